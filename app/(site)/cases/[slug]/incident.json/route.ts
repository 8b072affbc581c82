import { notFound } from "next/navigation";
import { caseParams, findCase } from "../../published-case.ts";

export const generateStaticParams = caseParams;

interface Context {
  readonly params: Promise<{ readonly slug: string }>;
}

/** The whole incident file of a case: what the workbench opens, and what others may compute with. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  const found = findCase(slug);
  if (found === null) notFound();
  return Response.json(found.incident);
}
