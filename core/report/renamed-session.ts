import type { Fact, Facts, FactValue } from "../architecture/architecture.schema.ts";
import { answersOf } from "../architecture/reading.ts";
import { addressOfKey, factKey, pairOf, type Pair, type Subject } from "../architecture/subject.ts";
import { byId } from "../architecture/text-order.ts";
import { AGREEMENT_FACTS, COMPONENT_FACTS, CONNECTION_FACTS, UNKNOWN } from "../architecture/vocabulary.ts";
import type { Session } from "../document/session.schema.ts";

interface Renamed {
  readonly id: string;
  readonly name: string;
}

/** What everything is called instead. */
export interface Renaming {
  readonly title: string;
  readonly components: ReadonlyMap<string, Renamed>;
  readonly boundaries: ReadonlyMap<string, Renamed>;
  readonly objects: ReadonlyMap<string, Renamed>;
  readonly connections: ReadonlyMap<string, string>;
  readonly person: (name: string) => string;
  /** Any other text of people. */
  readonly inText: (text: string) => string;
}

type Architecture = Session["architecture"];

/** The same session with other names, everywhere. */
export function renamedSession(session: Session, renaming: Renaming): Session {
  const { inText, person } = renaming;
  const pair = ([a, b]: Pair): Pair => pairOf(componentId(renaming, a), componentId(renaming, b));
  const question = (key: string) => questionKey(renaming, key);
  const seamIds = numberedIds("seam", session.seams);
  return {
    ...session,
    origin: null,
    architecture: renamedArchitecture(session.architecture, renaming),
    positions: Object.fromEntries(
      Object.entries(session.positions).map(([id, place]) => [componentId(renaming, id), place]),
    ),
    seams: session.seams.map(({ id, between, note, mechanism, invariant, owner, decision }) => ({
      id: seamIds.get(id) ?? id,
      between: pair(between),
      note: inText(note),
      mechanism,
      invariant: inText(invariant),
      owner: owner === "" ? "" : person(owner),
      ...(decision && { decision: { ...decision, because: inText(decision.because) } }),
    })),
    skipped: session.skipped.map(question),
    referred: Object.fromEntries(
      Object.entries(session.referred).map(([key, who]) => [question(key), person(who)]),
    ),
    independent: session.independent.map(pair),
    dismissed: session.dismissed.map((one) => ({
      ...one,
      between: pair(one.between),
      reason: inText(one.reason),
      by: person(one.by),
    })),
  };
}

function renamedArchitecture(architecture: Architecture, renaming: Renaming): Architecture {
  const { inText } = renaming;
  return {
    ...architecture,
    title: renaming.title,
    summary: inText(architecture.summary),
    objects: architecture.objects.map((one) => ({ ...one, ...renaming.objects.get(one.id) })),
    boundaries: architecture.boundaries.map((one) => ({
      ...one,
      ...renaming.boundaries.get(one.id),
      within: one.within === null ? null : (renaming.boundaries.get(one.within)?.id ?? one.within),
    })),
    components: architecture.components.map((one) => ({
      ...one,
      ...renaming.components.get(one.id),
      boundaries: one.boundaries.map((id) => renaming.boundaries.get(id)?.id ?? id),
      notes: inText(one.notes),
      facts: renamedFacts(one.facts, COMPONENT_FACTS, renaming),
    })),
    connections: architecture.connections.map((one) => renamedConnection(one, renaming)),
    agreements: renamedAgreements(architecture, renaming),
    history: renamedHistory(architecture, renaming),
  };
}

function renamedConnection(
  one: Architecture["connections"][number],
  renaming: Renaming,
): Architecture["connections"][number] {
  return {
    ...one,
    id: renaming.connections.get(one.id) ?? one.id,
    from: componentId(renaming, one.from),
    to: componentId(renaming, one.to),
    carries: one.carries === null ? null : (renaming.objects.get(one.carries)?.id ?? one.carries),
    over: one.over.map((id) => componentId(renaming, id)),
    notes: renaming.inText(one.notes),
    facts: renamedFacts(one.facts, CONNECTION_FACTS, renaming),
  };
}

function renamedAgreements({ agreements }: Architecture, renaming: Renaming): Architecture["agreements"] {
  const ids = numberedIds("agreement", agreements);
  return agreements.map((one) => ({
    ...one,
    id: ids.get(one.id) ?? one.id,
    between: [componentId(renaming, one.between[0]), componentId(renaming, one.between[1])],
    about: renaming.inText(one.about),
    facts: renamedFacts(one.facts, AGREEMENT_FACTS, renaming),
  }));
}

function renamedHistory({ history }: Architecture, renaming: Renaming): Architecture["history"] {
  const ids = numberedIds("told", history);
  const { inText, connections } = renaming;
  return history.map((one) => ({
    ...one,
    id: ids.get(one.id) ?? one.id,
    date: inText(one.date),
    text: inText(one.text),
    about: one.about.map((id) => componentId(renaming, id)),
    worked: one.worked.map((id) => connections.get(id) ?? id),
    failed: one.failed.map((id) => connections.get(id) ?? id),
    covered: inText(one.covered),
    leftOpen: inText(one.leftOpen),
  }));
}

type Shapes = Readonly<Record<string, { readonly shape: string }>>;

function renamedFacts(facts: Facts, shapes: Shapes, renaming: Renaming): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, renamedFact(fact, shapes[name]?.shape, renaming)]),
  );
}

function renamedFact(fact: Fact | undefined, shape: string | undefined, renaming: Renaming): Fact {
  const answers = answersOf(fact);
  if (answers.length === 0) return renamedValue(fact as FactValue, shape, renaming);
  return answers.map(({ value, by, evidence, ...answer }) => ({
    ...answer,
    value: renamedValue(value, shape, renaming),
    by: renaming.person(by),
    ...(evidence === undefined ? {} : { evidence: renaming.inText(evidence) }),
  }));
}

function renamedValue(value: FactValue, shape: string | undefined, renaming: Renaming): FactValue {
  if (shape === "text" && typeof value === "string" && value !== UNKNOWN) return renaming.inText(value);
  if (typeof value !== "object") return value;
  if (shape === "components") return value.map((id) => componentId(renaming, id));
  return shape === "connections" ? value.map((id) => renaming.connections.get(id) ?? id) : value;
}

function questionKey(renaming: Renaming, key: string): string {
  const { about, fact } = addressOfKey(key);
  return factKey({ about: renamedSubject(about, renaming), fact } as Parameters<typeof factKey>[0]);
}

function renamedSubject(about: Subject, renaming: Renaming): Subject {
  if ("component" in about) return { component: componentId(renaming, about.component) };
  if ("connection" in about)
    return { connection: renaming.connections.get(about.connection) ?? about.connection };
  const [a, b] = about.agreement;
  return { agreement: pairOf(componentId(renaming, a), componentId(renaming, b)) };
}

function componentId({ components }: Renaming, id: string): string {
  return components.get(id)?.id ?? id;
}

/** Ids that say nothing, as wide as the longest number, so that they stand in the order in which they stood. */
export function numberedIds(
  kind: string,
  entries: readonly { readonly id: string }[],
): ReadonlyMap<string, string> {
  const width = String(entries.length).length;
  return new Map(byId(entries).map(({ id }, i) => [id, `${kind}-${String(i + 1).padStart(width, "0")}`]));
}
