import { answersOf } from "../architecture/reading.ts";
import type { Architecture, Facts } from "../architecture/architecture.schema.ts";
import {
  MOST_PROBLEMS,
  pointerTo,
  readShape,
  type InputProblem,
} from "../architecture/input-problem.schema.ts";
import { referenceProblems } from "../architecture/references.ts";
import { pairKey, type Pair } from "../architecture/subject.ts";
import { err, ok, type Result } from "../result.ts";
import { inCanonicalOrder } from "./canonical-order.ts";
import { elementsIn, isAboutOneOf } from "./question-key.ts";
import { SessionShape, type Session } from "./session.schema.ts";

type Path = readonly (string | number)[];
type Report = (path: Path, message: string) => void;

/**
 * Reads a session of format 1 out of unknown input and puts it in canonical order. The result names only things
 * that exist, and each of its facts is a list with one answer per person. A refusal says where and what.
 */
export function parseSession(input: unknown): Result<Session, readonly InputProblem[]> {
  const read = readShape(SessionShape, input);
  if (!read.ok) return read;
  const problems = [
    ...referenceProblems(read.value.architecture).map(({ pointer, message }) => ({
      pointer: `/architecture${pointer}`,
      message,
    })),
    ...answerProblems(read.value.architecture),
    ...sessionProblems(read.value),
  ];
  return problems.length === 0 ? ok(inCanonicalOrder(read.value)) : err(problems.slice(0, MOST_PROBLEMS));
}

function answerProblems(architecture: Architecture): readonly InputProblem[] {
  const problems: InputProblem[] = [];
  for (const list of ["components", "connections", "agreements"] as const) {
    architecture[list].forEach(({ facts }: { facts: Facts }, i) => {
      for (const [fact, answers] of Object.entries(facts)) {
        const people = answersOf(answers).map(({ by }) => by);
        const pointer = pointerTo(["architecture", list, i, "facts", fact]);
        if (people.length === 0) {
          problems.push({
            pointer,
            message: "in a backup a fact is a list of answers: say who gave it and when",
          });
        } else if (new Set(people).size < people.length) {
          problems.push({
            pointer,
            message: "one person has two answers to one question: keep the one that holds",
          });
        }
      }
    });
  }
  return problems;
}

function sessionProblems(session: Session): readonly InputProblem[] {
  const problems: InputProblem[] = [];
  const report: Report = (path, message) => problems.push({ pointer: pointerTo(path), message });
  const components = new Set(session.architecture.components.map(({ id }) => id));
  for (const id of Object.keys(session.positions)) {
    if (!components.has(id))
      report(["positions", id], `there is no component "${id}": add it, or take its position out`);
  }
  reportQuestions(session, report);
  reportPairs(
    session.seams.map(({ between }) => between),
    (i) => ["seams", i, "between"],
    components,
    report,
  );
  reportPairs(session.independent, (i) => ["independent", i], components, report);
  reportPairs(
    session.dismissed.map(({ between }) => between),
    (i) => ["dismissed", i, "between"],
    components,
    report,
    (i) => session.dismissed[i]?.mechanism ?? "",
  );
  reportPairs(
    session.architecture.agreements.map(({ between }) => between),
    (i) => ["architecture", "agreements", i, "between"],
    components,
    report,
  );
  const seams = new Set<string>();
  session.seams.forEach(({ id }, i) => {
    if (seams.has(id))
      report(["seams", i, "id"], `the id "${id}" is used twice in seams: give one of the two another`);
    seams.add(id);
  });
  return problems;
}

function reportQuestions({ architecture, skipped, referred }: Session, report: Report): void {
  const elements = elementsIn(architecture);
  const questions = [
    ...skipped.map((key, i) => ({ key, path: ["skipped", i] })),
    ...Object.keys(referred).map((key) => ({ key, path: ["referred", key] })),
  ];
  for (const { key, path } of questions)
    if (!isAboutOneOf(elements, key)) report(path, "what it is about does not exist");
}

function reportPairs(
  pairs: readonly Pair[],
  pathOf: (index: number) => Path,
  components: ReadonlySet<string>,
  report: Report,
  /** Tells entries of one pair apart, where a pair may be named once for each of something. */
  apart: (index: number) => string = () => "",
): void {
  const seen = new Set<string>();
  pairs.forEach(([a, b], i) => {
    if (!components.has(a) || !components.has(b))
      report(
        pathOf(i),
        "both sides must be components of the sketch: add the one that is missing, or name another",
      );
    if (a === b) report(pathOf(i), "both sides are the same component: name another one as the second");
    const key = `${pairKey(a, b)} ${apart(i)}`;
    if (seen.has(key)) report(pathOf(i), "this pair is named twice: take one of the two out");
    seen.add(key);
  });
}
