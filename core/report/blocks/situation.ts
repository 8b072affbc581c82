import { FIT_WORDING } from "../../fit/assess-fit.ts";
import { connectionName, componentName } from "../wording.ts";
import type { FoundFit } from "../found-fit.ts";
import type { Block } from "../report-document.ts";
import type { Report } from "../report.ts";
import { bullets, heading, paragraph, part, strong, table } from "./block.ts";

/** What was told before anything was asked, and what is in scope. */
export function situation({ session, findings, context }: Report): readonly Block[] {
  const { architecture } = session;
  const { history } = architecture;
  const names = (ids: readonly string[]) => ids.map((id) => componentName(architecture, id)).join(", ");
  const ways = (ids: readonly string[]) => ids.map((id) => connectionName(architecture, id)).join("; ");
  return [
    heading(1, "situation", "Situation and scope"),
    paragraph(
      "In scope is what is on the sketch, and the agreements that its parts need with each other. What is not drawn was not looked at.",
    ),
    ...(findings.origin === null ? [] : [originOf(findings.origin, context.origin)]),
    ...part(2, "fit", "Fit", findings.fit === null ? [] : fit(findings.fit)),
    ...part(
      2,
      "history",
      "What happened so far",
      table(
        "Incidents, fixes and changes, as they were told",
        ["When", "What", "It touched", "Failed", "Worked", "Covered", "Left open"],
        history.map(({ date, kind, text, about, failed, worked, covered, leftOpen }) => [
          date,
          [strong(`${KINDS[kind]}.`), ` ${text}`],
          names(about),
          ways(failed),
          ways(worked),
          covered,
          leftOpen,
        ]),
      ),
    ),
  ];
}

const KINDS = { incident: "Incident", fix: "Fix", change: "Change" } as const;

function originOf(slug: string, origin: string): Block {
  return paragraph("The sketch was opened from the published case ", caseLink(slug, slug, origin), ".");
}

/** A published case by its name, as a link where it is known where cases are published. */
export function caseLink(title: string, slug: string, origin: string) {
  return origin === "" ? { text: title } : { text: title, href: `${origin}/cases/${slug}` };
}

function fit({ verdict, signsFor, signsAgainst, instead }: FoundFit): readonly Block[] {
  const listed = (label: string, sentences: readonly string[]) =>
    sentences.length === 0 ? [] : [paragraph(strong(label)), ...bullets(sentences)];
  return [
    paragraph(`${FIT_WORDING[verdict].heading}.`),
    ...listed("These signs speak against a structural failure", signsAgainst),
    ...listed("These signs speak for one", signsFor),
    ...(verdict === "elsewhere" ? listed("What would help instead", instead) : []),
  ];
}
