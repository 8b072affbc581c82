import { pairKey } from "../architecture/subject.ts";

/**
 * How much of the traffic between all others runs over each connected pair, if everything took a shortest way and
 * equally short ways shared it evenly (Brandes' algorithm). Connections count in both directions, parallel ones once.
 */
export function betweenness(
  ids: readonly string[],
  edges: readonly (readonly [string, string])[],
): ReadonlyMap<string, number> {
  const neighbours = new Map(ids.map((id) => [id, new Set<string>()]));
  for (const [a, b] of edges) {
    neighbours.get(a)?.add(b);
    neighbours.get(b)?.add(a);
  }
  const scores = new Map(edges.map(([a, b]) => [pairKey(a, b), 0]));
  for (const source of ids) {
    for (const [key, share] of sharesFrom(shortestWays(source, neighbours))) add(scores, key, share / 2);
  }
  return scores;
}

/** What each pair on the ways from one source carries, when one unit goes to everything that can be reached. */
function sharesFrom({ order, ways, before }: ShortestWays): readonly (readonly [string, number])[] {
  const load = new Map(order.map((id) => [id, 1]));
  const waysTo = (id: string) => ways.get(id) ?? 1;
  return order.toReversed().flatMap((id) =>
    (before.get(id) ?? []).map((previous) => {
      const share = (waysTo(previous) / waysTo(id)) * (load.get(id) ?? 1);
      add(load, previous, share);
      return [pairKey(previous, id), share] as const;
    }),
  );
}

function add(sums: Map<string, number>, key: string, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount);
}

interface ShortestWays {
  /** Everything that can be reached, nearest first. */
  readonly order: readonly string[];
  /** The number of shortest ways to each, and who comes before it on them. */
  readonly ways: ReadonlyMap<string, number>;
  readonly before: ReadonlyMap<string, readonly string[]>;
}

function shortestWays(source: string, neighbours: ReadonlyMap<string, ReadonlySet<string>>): ShortestWays {
  const distance = new Map([[source, 0]]);
  const ways = new Map([[source, 1]]);
  const before = new Map<string, string[]>();
  const order = [source];
  for (const id of order) {
    const next = (distance.get(id) ?? 0) + 1;
    for (const other of neighbours.get(id) ?? []) {
      if (!distance.has(other)) {
        distance.set(other, next);
        before.set(other, []);
        order.push(other);
      }
      if (distance.get(other) !== next) continue;
      ways.set(other, (ways.get(other) ?? 0) + (ways.get(id) ?? 0));
      before.get(other)?.push(id);
    }
  }
  return { order, ways, before };
}
