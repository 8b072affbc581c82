import type {
  Agreement,
  Architecture,
  Boundary,
  Component,
  Connection,
  Facts,
  HistoryEntry,
} from "#core/architecture/architecture.schema.ts";
import { pairKey } from "#core/architecture/subject.ts";
import { byId } from "#core/architecture/text-order.ts";
import { FORMAT } from "#core/architecture/vocabulary.ts";
import { UNTITLED } from "#core/document/new-session.ts";
import type { KeptDocument } from "./kept-document.ts";
import { remember, rememberEach, rememberFields, rememberIds } from "./remember.ts";

type Ids = ReadonlySet<string>;

/** Puts together what was read entry by entry, and leaves out what leads nowhere. */
export function architectureReader(): (kept: KeptDocument) => Architecture {
  const linked = {
    boundaries: remember(withoutCircles),
    components: rememberEach(({ id }: Component) => `component:${id}`, linkComponent),
    between: remember(connectionsBetween),
    connections: rememberEach(({ id }: Connection) => `connection:${id}`, linkConnection),
    connectionIds: rememberIds(),
    among: remember(agreementsAmong),
    agreements: rememberEach(({ between }: Agreement) => `agreement:${pairKey(...between)}`, linkAgreement),
    history: remember(linkHistory),
  };
  const same = rememberFields<Architecture>();
  return ({ objects, boundaries, components, connections, agreements, history, meta, facts }) => {
    const factsOf = facts.of();
    const ids = components.keys();
    const between = linked.between(connections.all(), ids);
    return same({
      format: FORMAT,
      title: meta.get("title") ?? UNTITLED,
      summary: meta.get("summary") ?? "",
      objects: objects.all(),
      boundaries: linked.boundaries(boundaries.all()),
      components: linked.components(components.all(), factsOf, boundaries.keys()),
      connections: linked.connections(between, factsOf, objects.keys(), ids),
      agreements: linked.agreements(linked.among(agreements.all(), ids), factsOf),
      history: linked.history(history.all(), ids, linked.connectionIds(between)),
    });
  };
}

/** Two peers can put two boundaries into each other: of such a circle every member loses its place. */
function withoutCircles(boundaries: readonly Boundary[]): readonly Boundary[] {
  const parents = new Map(boundaries.map(({ id, within }) => [id, within]));
  const isInCircle = (id: string) => {
    const visited = new Set<string>();
    let at = parents.get(id) ?? null;
    while (at !== null && at !== id && !visited.has(at)) {
      visited.add(at);
      at = parents.get(at) ?? null;
    }
    return at === id;
  };
  return boundaries.map((boundary) =>
    boundary.within !== null && (!parents.has(boundary.within) || isInCircle(boundary.id))
      ? { ...boundary, within: null }
      : boundary,
  );
}

function linkComponent(component: Component, facts: Facts, boundaries: Ids): Component {
  return { ...component, boundaries: component.boundaries.filter((id) => boundaries.has(id)), facts };
}

function connectionsBetween(connections: readonly Connection[], components: Ids): readonly Connection[] {
  return connections.filter(({ from, to }) => components.has(from) && components.has(to));
}

function linkConnection(connection: Connection, facts: Facts, objects: Ids, components: Ids): Connection {
  const { carries, over } = connection;
  return {
    ...connection,
    carries: carries !== null && objects.has(carries) ? carries : null,
    over: over.filter((id) => components.has(id)),
    facts,
  };
}

/** Two people may each have begun an agreement under the same id; then the pair that is spelled first has it. */
function agreementsAmong(agreements: readonly Agreement[], components: Ids): readonly Agreement[] {
  const present = agreements.filter(
    ({ between: [a, b] }) => a !== b && components.has(a) && components.has(b),
  );
  return [...Map.groupBy(byId(present), ({ id }) => id).values()].flatMap(([first]) => first ?? []);
}

function linkAgreement(agreement: Agreement, facts: Facts): Agreement {
  return { ...agreement, facts };
}

function linkHistory(
  history: readonly HistoryEntry[],
  components: Ids,
  connections: Ids,
): readonly HistoryEntry[] {
  return history.map((entry) => ({
    ...entry,
    about: entry.about.filter((id) => components.has(id)),
    worked: entry.worked.filter((id) => connections.has(id)),
    failed: entry.failed.filter((id) => connections.has(id)),
  }));
}
