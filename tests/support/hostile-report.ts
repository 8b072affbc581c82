import type { Block, Cover, ReportDocument } from "#core/report/report-document.ts";
import { escapeXml } from "#core/diagram/svg.ts";
import { COVER } from "./report-files.ts";
import { HOSTILE_TEXTS } from "./hostile-texts.ts";

const MORE = [
  "(/JavaScript (app.alert(1)))",
  ") /OpenAction << /S /JavaScript /JS (app.alert(1)) >> (",
  "endstream endobj 1 0 obj << /Launch >>",
  "%PDF-1.4 \\) \\\\ \\n",
  ']]></w:t></w:r><w:fldSimple w:instr="DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe"/>',
  '<w:instrText>INCLUDEPICTURE "http://evil.example"</w:instrText>',
  "DDEAUTO cmd '/k calc'",
  "\\\\evil.example\\share\\x.png",
  "file:///etc/passwd",
  "\u0000\u0001\u0008\u000b\u000c\u001f\u007f\u0085",
  "\ud800 lone \udc00 surrogates",
  "\ufffe\uffff",
];

/** At least 500 texts of people who mean no good, each once. */
export const HOSTILE: readonly string[] = [
  ...MORE,
  ...HOSTILE_TEXTS,
  ...MORE.flatMap((one) => HOSTILE_TEXTS.slice(0, 60).map((other) => `${other} ${one}`)),
]
  .filter((text, i, all) => all.indexOf(text) === i)
  .slice(0, 520);

/** A report in which one text stands wherever people can write, and many more in a table and a list. */
export function hostileReport(text: string, more: readonly string[]): ReportDocument {
  const run = (word: string) => [{ text: word }];
  const links = [text, `javascript:${text}`, "data:text/html,x", "file:///etc/passwd", "\\\\evil\\x"];
  const blocks: readonly Block[] = [
    { type: "heading", level: 1, id: "one", text },
    { type: "paragraph", runs: [...links.map((href) => ({ text, href })), { text, face: "mono" }] },
    { type: "invariant", sentence: text, below: text },
    { type: "definitions", entries: [{ term: text, runs: run(text) }] },
    {
      type: "figure",
      id: "figure",
      caption: text,
      drawing: {
        svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 40" width="200" height="40"><title>${escapeXml(text)}</title><text x="4" y="20" font-size="12">${escapeXml(text)}</text></svg>`,
        width: 200,
        height: 40,
        alternative: text,
      },
    },
    { type: "heading", level: 2, id: "two", text },
    { type: "table", caption: text, head: [text, "More"], rows: more.map((word) => [run(word), run(word)]) },
    { type: "list", isOrdered: false, items: more.map((word) => [{ type: "paragraph", runs: run(word) }]) },
  ];
  const cover: Cover = {
    ...COVER,
    title: text,
    subtitle: text,
    client: text,
    author: text,
    confidentiality: text,
  };
  return { cover, blocks };
}

/** All hostile texts, a few to a report. */
export function hostileReports(atOnce: number): readonly ReportDocument[] {
  const reports: ReportDocument[] = [];
  for (let i = 0; i < HOSTILE.length; i += atOnce)
    reports.push(hostileReport(HOSTILE[i] ?? "", HOSTILE.slice(i, i + atOnce)));
  return reports;
}
