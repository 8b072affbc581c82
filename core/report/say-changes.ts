import { answerLabel, FACT_WORDING } from "../architecture/fact-wording.ts";
import { factsOf } from "../architecture/facts-of.ts";
import { answersOf } from "../architecture/reading.ts";
import type { Answer, Architecture } from "../architecture/architecture.schema.ts";
import { pairIn, pairKey, subjectIn, type Subject } from "../architecture/subject.ts";
import type { FactName } from "../architecture/vocabulary.ts";
import { compareSessions, type SessionChange, type SessionPart } from "../document/compare-sessions.ts";
import type { Session } from "../document/session.schema.ts";
import { SIGNALS, type Signal } from "../fit/signals.ts";
import { sayElementChange } from "./say-element-change.ts";
import { answerWords, componentName, oneLine, subjectName } from "./wording.ts";

export type ChangeGroup = "added" | "removed" | "changed" | "answered";

export interface ChangeSentence {
  readonly group: ChangeGroup;
  readonly sentence: string;
}

/** What became of one session in another, in sentences with the names of the sketch. */
export function sayChanges(before: Session, after: Session): readonly ChangeSentence[] {
  const changes = withoutBearers(compareSessions(before, after));
  const moved = changes.filter(isMove);
  const sentences = changes
    .filter((change) => !isMove(change))
    .map((change) => ({ group: groupOf(change), sentence: oneLine(sayChange(before, after, change)) }));
  return moved.length === 0
    ? sentences
    : [...sentences, { group: "changed", sentence: oneLine(sayMoves(after.architecture, moved)) }];
}

/** An agreement comes with the first answer about its pair and goes with the last: then the answer says it all. */
function withoutBearers(changes: readonly SessionChange[]): readonly SessionChange[] {
  const answered = new Set(
    changes
      .filter(({ part }) => part === "answer")
      .map(({ kind, key }) => `${kind} ${key.split("#")[0] ?? ""}`),
  );
  return changes.filter(
    ({ kind, part, key }) => part !== "agreement" || !answered.has(`${kind} agreement:${key}`),
  );
}

function isMove({ part, fields }: SessionChange): boolean {
  return part === "component" && fields.length === 1 && fields[0] === "position";
}

/** A proposed layout moves everything: who moved is worth a line, not a list. */
function sayMoves(architecture: Architecture, moves: readonly SessionChange[]): string {
  const named = moves.slice(0, 3).map(({ key }) => `“${componentName(architecture, key)}”`);
  const more = moves.length - named.length;
  return `Moved: ${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}.`;
}

/** Marks that steer the questions are neither part of the sketch nor answers. */
const STEERING: ReadonlySet<SessionPart> = new Set([
  "signal",
  "skipped",
  "referred",
  "independent",
  "dismissed",
]);

function groupOf({ kind, part }: SessionChange): ChangeGroup {
  if (part === "answer" && kind !== "removed") return "answered";
  return STEERING.has(part) ? "changed" : kind;
}

type Say = (before: Session, after: Session, change: SessionChange) => string;

function sayChange(before: Session, after: Session, change: SessionChange): string {
  return (SAY[change.part] ?? sayElementChange)(before, after, change);
}

/** What is gone has its name only in what was before. */
function shown(before: Session, after: Session, { kind }: SessionChange): Session {
  return kind === "removed" ? before : after;
}

const sayPair =
  (say: (session: Session, both: string, change: SessionChange) => string): Say =>
  (before, after, change) => {
    const session = shown(before, after, change);
    const pair = pairIn(change.key.split("#")[0] ?? "") ?? ["", ""];
    const [a, b] = pair.map((id) => componentName(session.architecture, id));
    return say(session, `“${a}” and “${b}”`, change);
  };

const SAY: Readonly<Partial<Record<SessionPart, Say>>> = {
  answer: sayAnswer,
  seam: sayPair(({ seams }, both, { kind, key }) => {
    const note = seams.find(({ between }) => pairKey(...between) === key)?.note ?? "";
    return `The seam between ${both} ${SEAM[kind]}${kind !== "removed" && note !== "" ? `: “${note}”` : "."}`;
  }),
  agreement: sayPair(({ architecture }, both, { kind, key }) => {
    const about = architecture.agreements.find(({ between }) => pairKey(...between) === key)?.about;
    return `What ${both} must agree on ${AGREEMENT[kind]}${about === undefined || kind === "removed" ? "." : `: “${about}”`}`;
  }),
  independent: sayPair(
    (_, both, { kind }) =>
      `${both} ${kind === "removed" ? "may have to agree on something after all" : "were said to need no agreement"}.`,
  ),
  dismissed: sayPair((_, both, { kind }) => `A possible seam between ${both} was ${DISMISSED[kind]}.`),
  skipped: sayQuestion,
  referred: sayQuestion,
  signal: (_, __, { kind, key }) =>
    `${kind === "removed" ? "No longer recognized" : "Recognized"}: “${statement(key)}”`,
  other: () => "Something else that is kept with the sketch is otherwise.",
};

function statement(signal: string): string {
  return (
    (SIGNALS as Readonly<Partial<Record<string, { statement: string }>>>)[signal as Signal]?.statement ?? ""
  );
}

const DISMISSED = { added: "dismissed", removed: "brought back", changed: "dismissed for another reason" };
const SEAM = { added: "was marked", removed: "is no longer marked", changed: "has other words now" };
const AGREEMENT = { added: "was put down", removed: "was taken out", changed: "is said otherwise now" };

function sayQuestion(before: Session, after: Session, change: SessionChange): string {
  const { part, kind, key } = change;
  const { architecture, referred } = shown(before, after, change);
  const question = questionName(architecture, key);
  if (part === "skipped")
    return `The question ${question} ${kind === "removed" ? "is asked again" : "was skipped"}.`;
  if (kind === "removed") return `The question ${question} is no longer kept for somebody.`;
  return `The question ${question} is kept for “${referred[key] ?? ""}”.`;
}

function questionName(architecture: Architecture, key: string): string {
  const [subject = "", fact = ""] = key.split("#");
  const about = subjectIn(subject);
  const name = about === undefined ? "" : ` about “${subjectName(architecture, about)}”`;
  return `“${factLabel(fact)}”${name}`;
}

function factLabel(fact: string): string {
  return Object.hasOwn(FACT_WORDING, fact)
    ? FACT_WORDING[fact as FactName].label
    : answerLabel("stated", fact);
}

function sayAnswer(before: Session, after: Session, change: SessionChange): string {
  const { kind, key } = change;
  const [subject = "", fact = "", ...name] = key.split("#");
  const about = subjectIn(subject);
  const by = name.join("#");
  const question = questionName(shown(before, after, change).architecture, key);
  if (about === undefined) return `${question}.`;
  const words = (session: Session) => {
    const answer = answerIn(session.architecture, about, fact, by);
    return answer === undefined ? "" : answerWords(session.architecture, fact as FactName, answer.value);
  };
  const [said, earlier] = [words(after), words(before)];
  if (kind === "removed") return `The answer of “${by}” to ${question} was taken back: “${earlier}”`;
  if (kind === "added") return `${question}: “${said}”, says “${by}”.`;
  return said === earlier
    ? `${question}: “${said}”, as before, with something else said to it by “${by}”.`
    : `${question}: “${said}” instead of “${earlier}”, says “${by}”.`;
}

function answerIn(architecture: Architecture, about: Subject, fact: string, by: string): Answer | undefined {
  return answersOf(factsOf(architecture, about)[fact]).find((answer) => answer.by === by);
}
