import { LIMITS, type Agreement, type Answer, type Facts } from "../architecture/architecture.schema.ts";
import { answersOf } from "../architecture/reading.ts";
import { factKey, pairKey, pairOf, type FactAddress, type Pair } from "../architecture/subject.ts";
import { compareText } from "../architecture/text-order.ts";
import { acceptAnswer } from "./answer.schema.ts";
import type { Command } from "./command.ts";
import { changeEntry, insertEntry, keepEntries, keepKeys } from "./entries.ts";
import { asName, asText } from "./person-text.ts";
import type { Session } from "./session.schema.ts";

type Of<T extends Command["type"]> = Extract<Command, { readonly type: T }>;
type ChangeFacts = (facts: Facts) => Facts;

const MOST_ANSWERS = 100;

/** Keeps one answer per person: a new one replaces what the same person said before. The question is no longer set aside. */
export function answerQuestion(session: Session, command: Of<"answer">): Session {
  const { address } = command;
  const answer = acceptAnswer(address, inWellFormedText(command.answer));
  if (answer === undefined) return session;
  const known = withAgreement(session, address, command.agreementId);
  if (known === undefined) return session;
  const answered = changeFacts(known, address, (facts) => {
    const others = answersOf(facts[address.fact]).filter(({ by }) => by !== answer.by);
    if (others.length >= MOST_ANSWERS) return facts;
    const answers = [...others, answer].sort((a, b) => compareText(a.by, b.by));
    return { ...facts, [address.fact]: answers };
  });
  return askAgain(answered, address);
}

export function clearAnswer(session: Session, { address, by }: Of<"clear-answer">): Session {
  return changeFacts(session, address, (facts) => {
    const { [address.fact]: fact, ...others } = facts;
    const rest = answersOf(fact).filter((answer) => answer.by !== by);
    return rest.length === 0 ? others : { ...others, [address.fact]: rest };
  });
}

export function skipQuestion(session: Session, address: FactAddress): Session {
  const key = factKey(address);
  if (!exists(session, address) || session.skipped.includes(key)) return session;
  const { skipped, ...rest } = askAgain(session, address);
  return { ...rest, skipped: [...skipped, key].sort(compareText) };
}

/** Sets a question aside until the person who would know was asked. */
export function referQuestion(session: Session, { address, to }: Of<"refer-question">): Session {
  const who = asName(to);
  if (who === "" || !exists(session, address)) return session;
  const { referred, ...rest } = askAgain(session, address);
  if (Object.keys(referred).length >= LIMITS.list) return session;
  return { ...rest, referred: { ...referred, [factKey(address)]: who } };
}

export function askAgain(session: Session, address: FactAddress): Session {
  const key = factKey(address);
  return {
    ...session,
    skipped: keepEntries(session.skipped, (skipped) => skipped !== key),
    referred: keepKeys(session.referred, (referred) => referred !== key),
  };
}

function inWellFormedText(answer: Answer): Answer {
  const { value, evidence } = answer;
  return {
    ...answer,
    value:
      typeof value === "string"
        ? asText(value)
        : typeof value === "boolean"
          ? value
          : [...new Set(value.map((item) => item.toWellFormed()))],
    by: answer.by.toWellFormed(),
    ...(evidence === undefined ? {} : { evidence: asText(evidence) }),
  };
}

function exists({ architecture }: Session, { about }: FactAddress): boolean {
  if ("component" in about) return architecture.components.some(({ id }) => id === about.component);
  if ("connection" in about) return architecture.connections.some(({ id }) => id === about.connection);
  const [a, b] = about.agreement;
  return a !== b && [a, b].every((side) => architecture.components.some(({ id }) => id === side));
}

/** The session in which the subject of the question exists, or undefined when it cannot. */
function withAgreement(session: Session, address: FactAddress, id: string): Session | undefined {
  if (!exists(session, address)) return undefined;
  if (!("agreement" in address.about)) return session;
  const { agreements } = session.architecture;
  const between = pairOf(...address.about.agreement);
  if (agreements.some((agreement) => pairKey(...agreement.between) === pairKey(...between))) return session;
  const agreement: Agreement = { id, between, about: whatMustAgree(session, between), facts: {} };
  const inserted = insertEntry(agreements, agreement);
  if (inserted === agreements) return undefined;
  return { ...session, architecture: { ...session.architecture, agreements: inserted } };
}

function whatMustAgree({ architecture }: Session, between: Pair): string {
  const [a, b] = between.map((id) => architecture.components.find((component) => component.id === id)?.name);
  return `what ${a ?? between[0]} and ${b ?? between[1]} must agree on`;
}

function changeFacts(session: Session, { about }: FactAddress, change: ChangeFacts): Session {
  const { architecture } = session;
  const inEntry = <T extends { readonly facts: Facts }>(entry: T): T => ({
    ...entry,
    facts: change(entry.facts),
  });
  if ("component" in about) {
    const components = changeEntry(architecture.components, about.component, inEntry);
    return { ...session, architecture: { ...architecture, components } };
  }
  if ("connection" in about) {
    const connections = changeEntry(architecture.connections, about.connection, inEntry);
    return { ...session, architecture: { ...architecture, connections } };
  }
  const pair = pairKey(...about.agreement);
  const agreements = architecture.agreements.map((entry) =>
    pairKey(...entry.between) === pair ? inEntry(entry) : entry,
  );
  return { ...session, architecture: { ...architecture, agreements } };
}
