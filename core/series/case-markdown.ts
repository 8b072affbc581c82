import type { CaseEntry } from "./text-entry.ts";

/** A case as one Markdown document that says what it is, in which version, and where it stands. */
export function caseMarkdown({ matter }: CaseEntry, body: string, site: string): string {
  const facts = [
    ["Case", `${matter.id}, version ${matter.version}, ${matter.status}`],
    ["Address", `${site}/cases/${matter.slug}`],
    ["Published", matter.published],
    ["Updated", matter.updated],
    ["Involved", matter.involved],
    ["Impact", matter.impact.text],
    ["Zone", matter.zone],
    ["Mechanism", matter.mechanism],
    ["Failure class", matter.failureClass],
    ["Trigger", matter.trigger],
    ["Invariant", matter.invariant],
    ["Absent layer", matter.absentLayer],
    ["Structural move", matter.structuralMove],
  ] as const;
  return [
    `# ${matter.title}`,
    matter.dek,
    facts.map(([name, value]) => `- **${name}:** ${value}`).join("\n"),
    body.trim(),
    correctionsOf(matter.corrections),
    "",
  ].join("\n\n");
}

function correctionsOf(corrections: CaseEntry["matter"]["corrections"]): string {
  if (corrections.length === 0) return "## Corrections\n\nNone so far.";
  const lines = corrections.map(
    ({ date, version, part, was, now }) =>
      `- ${date}, version ${version}, ${part}: “${was}” now says “${now}”`,
  );
  return ["## Corrections", lines.join("\n")].join("\n\n");
}
