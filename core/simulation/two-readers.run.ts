import { LanesRecorder } from "./lanes-recorder.ts";
import type { LanesRun, Settings } from "./model.ts";
import type { Random } from "./random.ts";
import { choiceOf, numberOf } from "./setting.ts";
import { ambiguitiesOf, readRequests, type Dialect, type Reading, type Rule } from "./two-readers.grammar.ts";
import { isAllowed, requestOf, type Difference } from "./two-readers.requests.ts";

export const STRUCTURES = {
  parsers: "The bytes, with another parser",
  capture: "The object that was evaluated",
  refuse: "The bytes, if they are unambiguous",
  versions: "The bytes, with another release",
};

const RELEASES: readonly Rule[] = ["decoding", "query", "header", "framing"];
const FLIPPED = {
  first: "last",
  last: "first",
  once: "twice",
  twice: "once",
  length: "chunks",
  chunks: "length",
} as const;

/** The moments of a run, in steps. */
const AT = { sent: 0, read: 1, decided: 2, passed: 3, readAgain: 4, done: 5, end: 10 } as const;

/** What a reader does where the request leaves it a choice. */
const HABITS: Record<Rule, Record<string, string>> = {
  header: { first: "takes the first of two headers", last: "takes the last of two headers" },
  framing: { length: "ends the body by its length", chunks: "ends the body by its chunks" },
  decoding: { once: "decodes percent signs once", twice: "decodes percent signs twice" },
  query: { first: "takes the first of two values", last: "takes the last of two values" },
};

/** The rules that so many releases change. */
export function changedRules(apart: number): readonly Rule[] {
  return RELEASES.slice(0, apart);
}

interface Exchange {
  readonly structure: keyof typeof STRUCTURES;
  readonly difference: Difference;
  readonly bytes: string;
  readonly enforcer: Dialect;
  readonly executor: Dialect;
  readonly evaluated: readonly Reading[];
  /** Null where nothing is passed on. */
  readonly executed: readonly Reading[] | null;
  readonly ambiguous: boolean;
}

/** One request on its way from a sender through an enforcer to an executor. */
export function runTwoReaders(settings: Settings, random: Random): LanesRun {
  const exchange = exchangeOf(settings, random);
  const record = new LanesRecorder();
  tellEvaluation(record, exchange);
  if (exchange.executed === null) tellRefusal(record, exchange);
  else tellExecution(record, exchange, exchange.executed);
  return finish(record, exchange);
}

function exchangeOf(settings: Settings, random: Random): Exchange {
  const structure = choiceOf(settings, "structure", STRUCTURES);
  const difference = choiceOf(settings, "difference", { ...HABITS, none: null });
  const [enforcer, another] = [drawDialect(random), drawDialect(random)];
  const executor =
    structure === "versions" ? nextRelease(enforcer, changedRules(numberOf(settings, "apart"))) : another;
  const bytes = requestOf(difference, random() < 0.5, 4 + Math.floor(random() * 4));
  const evaluated = readRequests(bytes, enforcer);
  const ambiguous = structure === "refuse" && ambiguitiesOf(bytes).length > 0;
  const reads = structure === "capture" ? evaluated : readRequests(bytes, executor);
  const executed = isAllowed(evaluated) && !ambiguous ? reads : null;
  return { structure, difference, bytes, enforcer, executor, evaluated, executed, ambiguous };
}

function drawDialect(random: Random): Dialect {
  return {
    header: random() < 0.5 ? "first" : "last",
    framing: random() < 0.5 ? "length" : "chunks",
    decoding: random() < 0.5 ? "once" : "twice",
    query: random() < 0.5 ? "first" : "last",
  };
}

function nextRelease(dialect: Dialect, changed: readonly Rule[]): Dialect {
  return { ...dialect, ...Object.fromEntries(changed.map((rule) => [rule, FLIPPED[dialect[rule]]])) };
}

function tellEvaluation(record: LanesRecorder, { bytes, difference, enforcer, evaluated }: Exchange): void {
  record.send({ from: "sender", sent: AT.sent, to: "enforcer", received: AT.read, label: "bytes" });
  record.say(AT.sent, `The sender sends ${quote(bytes)}.`);
  record.busy("enforcer", { from: AT.read, to: AT.decided }, "evaluates");
  record.hold("enforcer", AT.read, inWords(evaluated));
  record.say(AT.read, `The enforcer ${habitOf(enforcer, difference)}reads “${inWords(evaluated)}”.`);
}

function tellRefusal(record: LanesRecorder, { ambiguous }: Exchange): void {
  const why = ambiguous ? "somebody could read it in another way" : "its reading is not allowed";
  record.say(AT.decided, `The enforcer refuses the request: ${why}.`);
  record.hold("store", AT.sent, "unchanged", "good");
  record.send({ from: "enforcer", sent: AT.decided, to: "sender", received: AT.passed, label: "refused" });
  record.hold("sender", AT.passed, "refused", "good");
}

function tellExecution(record: LanesRecorder, exchange: Exchange, executed: readonly Reading[]): void {
  const { structure, difference, executor, evaluated } = exchange;
  const isCaptured = structure === "capture";
  const label = isCaptured ? "evaluated object" : "same bytes";
  const isSame = inFull(executed) === inFull(evaluated);
  record.say(AT.decided, `The enforcer lets it pass and hands on the ${label}.`);
  record.send({ from: "enforcer", sent: AT.decided, to: "executor", received: AT.passed, label });
  record.busy(
    "executor",
    { from: AT.passed, to: AT.readAgain },
    isCaptured ? "takes it as it is" : "reads again",
  );
  record.hold("executor", AT.readAgain, inWords(executed), isSame ? "good" : "bad");
  record.say(
    AT.readAgain,
    isCaptured
      ? `The executor has nothing to read: it holds “${inWords(executed)}”.`
      : `The executor ${habitOf(executor, difference)}reads “${inWords(executed)}”.`,
  );
  record.hold("store", AT.sent, "unchanged");
  executed.forEach((reading, index) => tellAct(record, reading, { index, evaluated: evaluated[index] }));
  const answered = AT.done + 2 * executed.length;
  record.send({ from: "executor", sent: answered, to: "sender", received: answered + 1, label: "done" });
}

function tellAct(
  record: LanesRecorder,
  reading: Reading,
  { index, evaluated }: { readonly index: number; readonly evaluated: Reading | undefined },
): void {
  const at = AT.done + 2 * index;
  const isEvaluated = evaluated !== undefined && inFull([reading]) === inFull([evaluated]);
  if (!isEvaluated) record.judge(at, false);
  record.send({ from: "executor", sent: at - 1, to: "store", received: at, label: reading.action });
  record.send({ from: "store", sent: at, to: "executor", received: at + 1, label: "done" });
  record.hold("store", at, inWords([reading]), isEvaluated ? "good" : "bad");
  record.say(
    at,
    isEvaluated
      ? `The store does what was evaluated: “${inWords([reading])}”.`
      : `The store does what nobody evaluated: “${inWords([reading])}”.`,
  );
}

function finish(record: LanesRecorder, { evaluated, executed, ambiguous }: Exchange): LanesRun {
  const did = executed ? inWords(executed) : "nothing";
  const isSame = executed === null || inFull(executed) === inFull(evaluated);
  const reason = ambiguous ? "because it could be read in another way" : "because of what it read";
  return record.finish({
    duration: AT.end,
    unit: "step",
    invariant: "What was evaluated is what is executed",
    shaded: [],
    lanes: ["sender", "enforcer", "executor", "store"].map((key) => ({ key, label: key })),
    summary: executed
      ? `The enforcer evaluated “${inWords(evaluated)}” and let it pass. The executor did ${isSame ? "just that" : `“${did}”`}.`
      : `The enforcer read “${inWords(evaluated)}” and refused it, ${reason}. Nothing was executed.`,
    outcome: [
      { label: "Evaluated", value: inWords(evaluated) },
      { label: "Decision", value: executed ? "let pass" : "refused" },
      { label: "Executed", value: did },
      { label: "Evaluated and executed", value: isSame ? "agree" : "differ" },
    ],
  });
}

function habitOf(dialect: Dialect, difference: Difference): string {
  return difference === "none" ? "" : `${HABITS[difference][dialect[difference]]} and `;
}

/** Readings in a line, without their bodies. */
function inWords(readings: readonly Reading[]): string {
  return readings
    .map(({ account, action, path, body }) => {
      const length = body === "" ? "" : `, body of ${body.length} bytes`;
      return `${account}: ${action} ${path}${length}`;
    })
    .join("; then ");
}

function inFull(readings: readonly Reading[]): string {
  return JSON.stringify(readings);
}

/** The bytes in one line, with what ends a line shown as such. */
function quote(bytes: string): string {
  return `“${bytes.trimEnd().replaceAll("\r\n", " ⏎ ")}”`;
}
