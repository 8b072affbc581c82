import type { Architecture, Component, Connection } from "#core/architecture/architecture.schema.ts";
import { COMPONENT_KINDS, CONNECTION_KINDS, FORMAT } from "#core/architecture/vocabulary.ts";
import { sessionFromSketch } from "#core/document/new-session.ts";
import type { Position, Session } from "#core/document/session.schema.ts";
import { seededRandom } from "#core/simulation/random.ts";

const CELL = { width: 240, height: 140 } as const;
const BOUNDARIES = 10;
const REACH = 2;

/**
 * Components on a square grid, half as many connections again, nine of ten of them to a near neighbour, and ten trust
 * boundaries in blocks: the same for everybody who measures.
 */
export function gridScene(size: number, seed = 1): Session {
  const random = seededRandom(seed);
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const columns = Math.ceil(Math.sqrt(size));
  const idAt = (i: number) => `c${i}`;
  const components = Array.from({ length: size }, (_, i): Component => ({
    id: idAt(i),
    name: `Component ${i}`,
    kind: oneOf(COMPONENT_KINDS),
    boundaries: i % 3 === 0 ? [`b${Math.floor((i * BOUNDARIES) / size)}`] : [],
    notes: "",
    facts: {},
    numbers: {},
  }));
  const near = (i: number): number => {
    const [down, across] = [0, 1].map(() => Math.floor(random() * (2 * REACH + 1)) - REACH);
    const at = i + (down ?? 0) * columns + (across ?? 0);
    return at < 0 || at >= size || at === i ? (i + 1) % size : at;
  };
  const connections = Array.from({ length: size * 1.5 }, (_, i): Connection => {
    const from = i % size;
    const far = (from + 1 + Math.floor(random() * (size - 1))) % size;
    return {
      id: `w${i}`,
      from: idAt(from),
      to: idAt(random() < 0.9 ? near(from) : far),
      kind: oneOf(CONNECTION_KINDS),
      carries: i % 5 === 0 ? `o${i % 50}` : null,
      over: [],
      notes: "",
      facts: {},
      numbers: {},
    };
  });
  const positions = Object.fromEntries(
    components.map(({ id }, i): [string, Position] => [
      id,
      [(i % columns) * CELL.width, Math.floor(i / columns) * CELL.height],
    ]),
  );
  const architecture: Architecture = {
    format: FORMAT,
    title: `A scene of ${size}`,
    summary: "",
    objects: Array.from({ length: 50 }, (_, i) => ({ id: `o${i}`, name: `object ${i}` })),
    boundaries: Array.from({ length: BOUNDARIES }, (_, i) => ({
      id: `b${i}`,
      name: `Boundary ${i}`,
      kind: "trust",
      within: null,
    })),
    components,
    connections,
    agreements: [],
    history: [],
  };
  return sessionFromSketch(architecture, null, positions);
}
