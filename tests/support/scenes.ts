import type { Architecture, Component, Connection } from "#core/architecture/architecture.schema.ts";
import {
  COMPONENT_KINDS,
  CONNECTION_KINDS,
  FORMAT,
  type ComponentKind,
} from "#core/architecture/vocabulary.ts";
import { seededRandom } from "#core/simulation/random.ts";

const CONNECTIONS_EACH = 3;

/** What a scene decides; kinds and ways are drawn at random. */
interface Scene {
  readonly ends: (i: number, random: () => number) => readonly [number, number];
  readonly objects: (components: number) => number;
  readonly firstKind?: ComponentKind;
}

/** Either direction between the hub, which is the first component, and the spoke. */
const spoke: Scene["ends"] = (i, random) => (random() < 0.5 ? [0, i] : [i, 0]);
const someOfThem = (components: number) => Math.ceil(components / 3);

/** Every component has three connections, of all kinds, with others anywhere; a third as many objects. */
export function randomScene(components: number, seed = 1): Architecture {
  return drawn(components, seed, { ends: anywhere(components), objects: someOfThem });
}

/** Every component has three connections, all of them with the same one. */
export function hubScene(components: number, seed = 1, firstKind: ComponentKind = "service"): Architecture {
  return drawn(components, seed, { ends: spoke, objects: someOfThem, firstKind });
}

/** As the random one, but every connection carries the same object. */
export function oneObjectScene(components: number, seed = 1): Architecture {
  return drawn(components, seed, { ends: anywhere(components), objects: () => 1 });
}

/** A hub and one object at once: what patterns of pairs fear most. */
export function hubOfOneObjectScene(components: number, firstKind: ComponentKind, seed = 1): Architecture {
  return drawn(components, seed, { ends: spoke, objects: () => 1, firstKind });
}

function anywhere(components: number): Scene["ends"] {
  return (i, random) => [i, (i + 1 + Math.floor(random() * (components - 1))) % components];
}

function drawn(size: number, seed: number, scene: Scene): Architecture {
  const random = seededRandom(seed);
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const objects = Array.from({ length: scene.objects(size) }, (_, i) => ({
    id: `o${i}`,
    name: `object ${i}`,
  }));
  const components = Array.from({ length: size }, (_, i): Component => ({
    id: `c${i}`,
    name: `Component ${i}`,
    kind: i === 0 ? (scene.firstKind ?? oneOf(COMPONENT_KINDS)) : oneOf(COMPONENT_KINDS),
    boundaries: [],
    notes: "",
    facts: {},
    numbers: {},
  }));
  const connections = Array.from({ length: size * CONNECTIONS_EACH }, (_, i): Connection => {
    const [from, to] = scene.ends(1 + (Math.floor(i / CONNECTIONS_EACH) % (size - 1)), random);
    return {
      id: `w${i}`,
      from: `c${from}`,
      to: `c${to}`,
      kind: oneOf(CONNECTION_KINDS),
      carries: oneOf(objects).id,
      over: random() < 0.1 ? [`c${Math.floor(random() * size)}`] : [],
      notes: "",
      facts: {},
      numbers: {},
    };
  });
  const rest = { summary: "", boundaries: [], agreements: [], history: [] };
  return { format: FORMAT, title: "A scene", ...rest, objects, components, connections };
}
