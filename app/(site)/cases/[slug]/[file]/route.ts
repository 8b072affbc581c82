import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { notFound } from "next/navigation";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { images } from "#content/generated/case-files.ts";
import { plain } from "#content/generated/cases-plain.ts";
import { cases } from "#content/generated/cases.ts";
import { caseMarkdown } from "#core/series/case-markdown.ts";
import { caseRecord } from "#core/series/case-record.ts";
import { cslOf } from "#core/series/citation.ts";
import { SITE_ADDRESS } from "../../../../site-address.ts";
import { caseParams, findCase, type PublishedCase } from "../../published-case.ts";

interface CaseFile {
  readonly type: string;
  readonly body: (found: PublishedCase) => string | Promise<Uint8Array<ArrayBuffer>>;
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const cited = ({ entry }: PublishedCase, format: "bibtex" | "ris") =>
  new Cite(cslOf(entry.matter, SITE_ADDRESS)).format(format);

/** What can be taken away from a case, by the name of the file. */
const FILES: Readonly<Record<string, CaseFile>> = {
  "case.md": {
    type: "text/markdown; charset=utf-8",
    body: ({ entry }) => caseMarkdown(entry, plain[entry.matter.slug]?.markdown ?? "", SITE_ADDRESS),
  },
  "case.json": { type: "application/json", body: (found) => json(caseRecord(found, cases, SITE_ADDRESS)) },
  "case.bib": { type: "application/x-bibtex; charset=utf-8", body: (found) => cited(found, "bibtex") },
  "case.ris": { type: "application/x-research-info-systems", body: (found) => cited(found, "ris") },
  "case.csl.json": {
    type: "application/vnd.citationstyles.csl+json",
    body: ({ entry }) => json([cslOf(entry.matter, SITE_ADDRESS)]),
  },
  "incident.json": { type: "application/json", body: ({ incident }) => json(incident) },
  "social.png": {
    type: "image/png",
    body: async ({ entry }) => {
      const name = images[entry.matter.slug] ?? "";
      return Uint8Array.from(await readFile(join(process.cwd(), "content/generated/social", name)));
    },
  },
};

export function generateStaticParams(): { slug: string; file: string }[] {
  return caseParams().flatMap(({ slug }) => Object.keys(FILES).map((file) => ({ slug, file })));
}

interface Context {
  readonly params: Promise<{ readonly slug: string; readonly file: string }>;
}

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { slug, file } = await params;
  const found = findCase(slug);
  const wanted = FILES[file];
  if (found === null || wanted === undefined) notFound();
  return new Response(await wanted.body(found), { headers: { "Content-Type": wanted.type } });
}
