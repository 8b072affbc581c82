import type { Findings } from "../findings.ts";
import type { Finding } from "../finding.ts";
import { nameOf, type SeamTold } from "./grouped-seams.ts";

/** The one thing to do first, as sentences. */
export function firstStep(findings: Findings, seams: readonly SeamTold[]): readonly string[] {
  const found = seams.find(({ standing }) => standing === "found");
  if (found !== undefined) return atSeam(found);
  const [question] = findings.left;
  if (question !== undefined) {
    const whom = question.whom.length === 0 ? "whoever knows" : question.whom.join(" or ");
    return [
      `Ask ${whom}: ${question.question}`,
      "Until it is answered, anything built would be built on a guess.",
    ];
  }
  if (findings.fit?.verdict === "elsewhere") return findings.fit.instead;
  return seams.length > 0
    ? ["Ask about the suspected seams before anything is built: so far the sketch alone speaks for them."]
    : ["Draw what keeps failing and what lies next to it, and tell what happened there. Then ask again."];
}

function atSeam(seam: SeamTold): readonly string[] {
  const { lead } = seam;
  return [STEPS[rungOf(lead)](nameOf(seam)), owner(lead), move(lead)].filter((sentence) => sentence !== "");
}

const STEPS = {
  unstated: (names) =>
    `Write down what ${names} must agree on, as the one sentence below, where both sides read it.`,
  stated: (names) => `What ${names} must agree on is written. Have something refuse what breaks it.`,
  enforced: (names) =>
    `What ${names} must agree on is enforced. Verify that it is, beyond the conditions below.`,
  verified: (names) =>
    `What ${names} must agree on was verified. Find out under which conditions it never was, and verify it there.`,
} as const satisfies Readonly<Record<string, (names: string) => string>>;

function rungOf({ rung }: Finding): keyof typeof STEPS {
  const [word = ""] = rung.split(",");
  return word in STEPS ? (word as keyof typeof STEPS) : "unstated";
}

function owner({ owner: name }: Finding): string {
  return name === "" ? "Name who keeps it." : `${name} keeps it.`;
}

function move({ moves }: Finding): string {
  if (moves.some(({ isTaken }) => isTaken))
    return "A structural move for it was taken over into the sketch: build that, then ask again.";
  const [first] = moves.filter(({ outlook }) => outlook !== null);
  return first === undefined ? "" : `Then decide on the structural move: ${first.text}`;
}
