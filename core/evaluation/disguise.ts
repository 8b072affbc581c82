import type { Architecture } from "../architecture/architecture.schema.ts";
import type { Incident } from "../architecture/incident.schema.ts";
import type { Random } from "../simulation/random.ts";

function shuffled<T>(items: readonly T[], random: Random): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [result[i], result[j]] = [result[j] as T, result[i] as T];
  }
  return result;
}

/** An incident whose ids are random and whose lists are shuffled, and the names of its elements as they were. */
export interface Disguised {
  readonly architecture: Architecture;
  readonly documented: Incident["documented"];
  readonly originalId: (id: string) => string;
}

/**
 * Renames every id at random and shuffles every list, the answer key along. Whatever an engine could have learned
 * of a file by its ids or its order is gone; what the sketch says is the same.
 */
export function disguise(incident: Pick<Incident, "architecture" | "documented">, random: Random): Disguised {
  const { architecture, documented } = incident;
  const names = new Map<string, string>();
  const used = new Set<string>();
  for (const id of allIds(architecture)) {
    let name: string;
    do name = randomId(random);
    while (used.has(name));
    used.add(name);
    names.set(id, name);
  }
  const rename = (id: string) => names.get(id) ?? id;
  const originals = new Map([...names].map(([id, name]) => [name, id]));
  return {
    architecture: renamed(architecture, rename, random),
    documented: {
      ...documented,
      seam: { ...documented.seam, between: documented.seam.between.map(([a, b]) => [rename(a), rename(b)]) },
    },
    originalId: (name) => originals.get(name) ?? name,
  };
}

function allIds(a: Architecture): ReadonlySet<string> {
  const lists = [a.objects, a.boundaries, a.components, a.connections, a.agreements, a.history];
  return new Set(lists.flatMap((list) => list.map(({ id }) => id)));
}

function randomId(random: Random): string {
  const letters = Array.from({ length: 10 }, () => String.fromCharCode(97 + Math.floor(random() * 26)));
  return letters.join("");
}

function renamed(a: Architecture, rename: (id: string) => string, random: Random): Architecture {
  const list = <T extends { readonly id: string }>(
    items: readonly T[],
    change: (item: T) => Partial<T>,
  ): T[] => shuffled(items, random).map((item) => ({ ...item, id: rename(item.id), ...change(item) }));
  const ids = (items: readonly string[]) => shuffled(items, random).map(rename);
  const maybe = (id: string | null) => (id === null ? null : rename(id));
  const facts = (all: Architecture["components"][number]["facts"]) => renamedFacts(all, rename);
  return {
    ...a,
    objects: list(a.objects, () => ({})),
    boundaries: list(a.boundaries, ({ within }) => ({ within: maybe(within) })),
    components: list(a.components, (c) => ({ boundaries: ids(c.boundaries), facts: facts(c.facts) })),
    connections: list(a.connections, (c) => ({
      from: rename(c.from),
      to: rename(c.to),
      carries: maybe(c.carries),
      over: ids(c.over),
      facts: facts(c.facts),
    })),
    agreements: list(a.agreements, ({ between: [x, y] }) => ({
      between: random() < 0.5 ? [rename(x), rename(y)] : [rename(y), rename(x)],
    })),
    history: list(a.history, (h) => ({ about: ids(h.about), worked: ids(h.worked), failed: ids(h.failed) })),
  };
}

/** Only the answers of these two facts are ids. */
function renamedFacts<F extends Architecture["components"][number]["facts"]>(
  facts: F,
  rename: (id: string) => string,
): F {
  const entries = Object.entries(facts).map(([name, value]) => {
    const namesElements = name === "restartNeeds" || name === "atomicWith";
    return [name, namesElements && Array.isArray(value) ? value.map((id) => rename(String(id))) : value];
  });
  return Object.fromEntries(entries) as F;
}
