const LONGEST = 40;

/** Ids for what comes in: its own where that is free, otherwise one made of it, the same one each time. */
export function freeIds(taken: Iterable<string>, incoming: Iterable<string>): (id: string) => string {
  const known = new Set(taken);
  const others = new Set(incoming);
  return (id) => {
    let free = id;
    for (let number = 2; known.has(free) || (free !== id && others.has(free)); number += 1)
      free = madeFrom(id, number);
    known.add(free);
    return free;
  };
}

/** The id that something came in under before, as far as one is there that fits; undefined where none does. */
export function idFrom<T>(
  id: string,
  there: ReadonlyMap<string, T>,
  fits: (one: T) => boolean,
): string | undefined {
  let made = id;
  for (let number = 2; ; number += 1) {
    const one = there.get(made);
    if (one === undefined) return undefined;
    if (fits(one)) return made;
    made = madeFrom(id, number);
  }
}

function madeFrom(id: string, number: number): string {
  const ending = `-in${number}`;
  return `${id.slice(0, LONGEST - ending.length)}${ending}`;
}
