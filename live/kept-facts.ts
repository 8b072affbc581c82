import type { Answer, Facts } from "#core/architecture/architecture.schema.ts";
import { subjectIn } from "#core/architecture/subject.ts";
import { compareText } from "#core/architecture/text-order.ts";
import { acceptAnswer } from "#core/document/answer.schema.ts";
import type * as Y from "yjs";
import { keepEntriesOf } from "./kept-entries.ts";

const NOTHING: Facts = {};

/** What was said about every subject, gathered again only where somebody said something else. */
export interface KeptFacts {
  /** Facts by the key of their subject; another function as soon as there are other facts. */
  readonly of: () => (subject: string) => Facts;
  readonly reread: (key: string) => void;
}

interface Said {
  readonly fact: string;
  readonly answer: Answer;
}

export function keepFactsOf(answers: Y.Map<unknown>): KeptFacts {
  const said = keepEntriesOf(answers, readSaid);
  const keysOf = Map.groupBy([...said.keys()], subjectOf) as Map<string, readonly string[]>;
  const facts = new Map([...keysOf].map(([subject, keys]) => [subject, gathered(keys)]));
  let read = readerOf(facts);

  function gathered(keys: readonly string[]): Facts {
    const entries = keys.toSorted(compareText).flatMap((key) => said.get(key) ?? []);
    const byFact = Map.groupBy(entries, ({ fact }) => fact);
    return Object.fromEntries(
      [...byFact].map(([fact, all]) => [
        fact,
        all.map(({ answer }) => answer).sort((a, b) => compareText(a.by, b.by)),
      ]),
    );
  }

  return {
    of: () => read,
    reread: (key) => {
      if (!said.reread(key)) return;
      const subject = subjectOf(key);
      const others = (keysOf.get(subject) ?? []).filter((other) => other !== key);
      const keys = said.get(key) === undefined ? others : [...others, key];
      if (keys.length === 0) {
        keysOf.delete(subject);
        facts.delete(subject);
      } else {
        keysOf.set(subject, keys);
        facts.set(subject, gathered(keys));
      }
      read = readerOf(facts);
    },
  };
}

function readerOf(facts: ReadonlyMap<string, Facts>): (subject: string) => Facts {
  return (subject) => facts.get(subject) ?? NOTHING;
}

function subjectOf(key: string): string {
  return key.slice(0, Math.max(0, key.indexOf("#")));
}

/** The name comes last because only it may contain the separator. */
function readSaid(said: unknown, key: string): Said | undefined {
  const [subject = "", fact = "", ...name] = key.split("#");
  const about = subjectIn(subject);
  if (about === undefined || typeof said !== "object" || said === null) return undefined;
  const address = { about, fact } as Parameters<typeof acceptAnswer>[0];
  const answer = acceptAnswer(address, { ...said, by: name.join("#") } as Answer);
  return answer === undefined ? undefined : { fact, answer };
}
