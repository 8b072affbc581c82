/** Numbers of places, most probable first; equal odds in the order of the places. */
export type Ranking = readonly number[];

export function rankingOf(logOdds: readonly number[]): Ranking {
  const byOdds = Map.groupBy(logOdds.keys(), (place) => logOdds[place] ?? 0);
  return [...byOdds].sort(([a], [b]) => b - a).flatMap(([, places]) => places);
}

/** The ranking after the odds of a few places changed: they are taken out and put in again where they belong. */
export function reranked(
  ranking: Ranking,
  changed: ReadonlySet<number>,
  oddsOf: (place: number) => number,
): Ranking {
  const byRank = (a: number, b: number) => oddsOf(b) - oddsOf(a) || a - b;
  const moving = [...changed].sort(byRank);
  const result: number[] = [];
  let next = 0;
  for (const place of ranking) {
    if (changed.has(place)) continue;
    for (let mover = moving[next]; mover !== undefined && byRank(mover, place) < 0; mover = moving[next]) {
      result.push(mover);
      next += 1;
    }
    result.push(place);
  }
  return [...result, ...moving.slice(next)];
}
