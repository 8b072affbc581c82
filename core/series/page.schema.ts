import * as z from "zod";
import { CitedSource, Day, Line, Slug } from "./case.schema.ts";

/** The front matter of a page that is neither a case nor a pattern, such as an essay. Unknown keys are refused. */
export const PageMatter = z.strictObject({
  slug: Slug,
  title: Line,
  dek: Line,
  updated: Day,
  sources: z.array(CitedSource).readonly(),
});
export type PageMatter = Readonly<z.infer<typeof PageMatter>>;
