import * as z from "zod";
import { Line } from "./case.schema.ts";

const Word = z.strictObject({
  term: z.string().regex(/^[a-z]+( [a-z]+)*$/),
  /** The spellings whose first mention in a text shows the definition; none for words that everybody takes as meant. */
  mark: z.array(Line).readonly(),
  says: Line,
  see: z.array(z.string()).readonly(),
});

/** The words of the series. What a word points to must be there. */
export const Glossary = z
  .array(Word)
  .readonly()
  .refine((words) => words.every(({ see }) => see.every((one) => words.some(({ term }) => term === one))), {
    message: "a word points to one that is not in the glossary",
  });
export type GlossaryWord = Readonly<z.infer<typeof Word>>;
