import type { KubernetesObject, Labels } from "./kubernetes-manifests.ts";

/** A name behind which more workloads than this stand tells nothing about any one of them. */
const MOST_BEHIND_A_NAME = 20;

/** What stands behind the names of Services. */
export class ServiceNames {
  readonly #behind = new Map<string, readonly string[]>();

  /** The first definition of a name counts. */
  add(
    { namespace, name }: Pick<KubernetesObject, "namespace" | "name">,
    components: readonly string[],
  ): void {
    const key = keyOf(namespace, name);
    if (!this.#behind.has(key)) this.#behind.set(key, components.slice(0, MOST_BEHIND_A_NAME));
  }

  /** The components behind a Service; none where there is no such Service. */
  behind(namespace: string, name: string): readonly string[] {
    return this.#behind.get(keyOf(namespace, name)) ?? [];
  }

  /** The components behind a host as it is found from a namespace: `db`, `db.data`, `db.data.svc.cluster.local`, `db-0.db`. */
  ofHost(host: string, from: string): readonly string[] {
    const [first = "", ...rest] = host.split(".", 8);
    const there = this.#ofParts(first, rest, from);
    if (there.length > 0 || !/-\d{1,6}$/.test(first)) return there;
    // One pod, by the name of a Service without an address of its own.
    const [service = "", ...further] = rest;
    return this.#ofParts(service, further, from);
  }

  /** A name, and after it nothing, a namespace, or a namespace with `svc` and the name of the cluster. */
  #ofParts(
    name: string,
    [namespace = "", svc, ...cluster]: readonly string[],
    from: string,
  ): readonly string[] {
    if (namespace === "") return this.behind(from, name);
    return svc === undefined || (svc === "svc" && cluster.length <= 5) ? this.behind(namespace, name) : [];
  }
}

function keyOf(namespace: string, name: string): string {
  return `${namespace}/${name}`.toLowerCase();
}

interface Selectable {
  readonly id: string;
  readonly namespace: string;
  readonly labels: Labels;
}

/** Finds what a selector selects: everything of a namespace that has all its labels. An empty selector selects nothing. */
export function selectBy(
  all: readonly Selectable[],
): (namespace: string, selector: Labels) => readonly string[] {
  const byLabel = new Map<string, Selectable[]>();
  for (const one of all) {
    for (const [key, value] of one.labels) {
      const label = JSON.stringify([one.namespace, key, value]);
      const known = byLabel.get(label);
      if (known === undefined) byLabel.set(label, [one]);
      else known.push(one);
    }
  }
  return (namespace, selector) => {
    const lists = [...selector].map(
      ([key, value]) => byLabel.get(JSON.stringify([namespace, key, value])) ?? [],
    );
    const [shortest = []] = lists.toSorted((a, b) => a.length - b.length);
    return shortest
      .filter(({ labels }) => [...selector].every(([key, value]) => labels.get(key) === value))
      .map(({ id }) => id);
  };
}
