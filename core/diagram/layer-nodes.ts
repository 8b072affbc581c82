export interface Link {
  readonly from: string;
  readonly to: string;
}

/**
 * Gives every node a row so that links lead downwards, except the few that close a cycle. A node that nothing leads to
 * sits right above the first node it leads to; nodes without links fill up the rows that have the fewest.
 * Total for any links; the result depends on the order of `nodes` only where the links leave a choice.
 */
export function layerNodes(nodes: readonly string[], links: readonly Link[]): readonly (readonly string[])[] {
  const rowOf = longestPaths(nodes, links);
  pullDown(nodes, links, rowOf);
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  const loose = nodes.filter((id) => !linked.has(id));
  const deepest = Math.max(-1, ...[...rowOf].filter(([id]) => linked.has(id)).map(([, row]) => row));
  const rowCount = Math.max(deepest + 1, Math.ceil(Math.sqrt(nodes.length / 2)));
  const rows: string[][] = Array.from({ length: rowCount }, () => []);
  for (const id of nodes) if (linked.has(id)) rows[rowOf.get(id) ?? 0]?.push(id);
  for (const id of loose) {
    const emptiest = rows.reduce((least, row) => (row.length < least.length ? row : least));
    emptiest.push(id);
  }
  return rows.filter((row) => row.length > 0);
}

function longestPaths(nodes: readonly string[], links: readonly Link[]): Map<string, number> {
  const outgoing = targetsOf(nodes, links);
  const waitingFor = new Map(nodes.map((id) => [id, 0]));
  for (const { to } of links) count(waitingFor, to, 1);
  const rowOf = new Map(nodes.map((id) => [id, 0]));
  const ready = nodes.filter((id) => waitingFor.get(id) === 0);
  const left = new Set(nodes);
  while (left.size > 0) {
    const id = ready.pop() ?? bestStart(left, outgoing, waitingFor);
    left.delete(id);
    const below = (rowOf.get(id) ?? 0) + 1;
    for (const next of outgoing.get(id) ?? []) {
      const waiting = count(waitingFor, next, -1);
      if (!left.has(next)) continue;
      rowOf.set(next, Math.max(rowOf.get(next) ?? 0, below));
      if (waiting === 0) ready.push(next);
    }
  }
  return rowOf;
}

function targetsOf(nodes: readonly string[], links: readonly Link[]): ReadonlyMap<string, readonly string[]> {
  const targets = new Map(nodes.map((id) => [id, [] as string[]]));
  for (const { from, to } of links) targets.get(from)?.push(to);
  return targets;
}

function count(counts: Map<string, number>, id: string, change: number): number {
  const sum = (counts.get(id) ?? 0) + change;
  counts.set(id, sum);
  return sum;
}

/** Where only cycles are left: the node that leads to more than leads to it. */
function bestStart(
  left: ReadonlySet<string>,
  outgoing: ReadonlyMap<string, readonly string[]>,
  waitingFor: ReadonlyMap<string, number>,
): string {
  let best = "";
  let bestSurplus = -Infinity;
  for (const id of left) {
    const surplus = (outgoing.get(id)?.length ?? 0) - (waitingFor.get(id) ?? 0);
    if (surplus > bestSurplus) [best, bestSurplus] = [id, surplus];
  }
  return best;
}

function pullDown(nodes: readonly string[], links: readonly Link[], rowOf: Map<string, number>): void {
  const targets = new Set(links.map(({ to }) => to));
  const firstBelow = new Map<string, number>();
  for (const { from, to } of links) {
    const row = rowOf.get(to) ?? 0;
    firstBelow.set(from, Math.min(firstBelow.get(from) ?? Infinity, row));
  }
  for (const id of nodes) {
    const below = firstBelow.get(id);
    if (!targets.has(id) && below !== undefined) rowOf.set(id, Math.max(0, below - 1));
  }
}
