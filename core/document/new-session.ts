import type { Architecture } from "../architecture/architecture.schema.ts";
import { FORMAT } from "../architecture/vocabulary.ts";
import { inCanonicalOrder } from "./canonical-order.ts";
import { SESSION_FORMAT, type Position, type Session } from "./session.schema.ts";

export const UNTITLED = "Untitled sketch";

export function emptySession(title: string = UNTITLED): Session {
  return {
    format: SESSION_FORMAT,
    origin: null,
    architecture: {
      format: FORMAT,
      title,
      summary: "",
      objects: [],
      boundaries: [],
      components: [],
      connections: [],
      agreements: [],
      history: [],
    },
    positions: {},
    seams: [],
    skipped: [],
    referred: {},
    independent: [],
    signals: [],
    dismissed: [],
  };
}

/** A session that begins with a sketch: the architecture with everything removed that a question can bring out. */
export function sessionFromSketch(
  architecture: Architecture,
  origin: string | null,
  positions: Readonly<Record<string, Position>>,
): Session {
  return inCanonicalOrder({
    ...emptySession(),
    origin,
    architecture: {
      ...architecture,
      components: architecture.components.map((component) => ({ ...component, facts: {} })),
      connections: architecture.connections.map((connection) => ({ ...connection, facts: {} })),
      agreements: [],
    },
    positions,
  });
}

/** Nothing in it that a person would miss. */
export function isEmptySession({ architecture, seams, signals }: Session): boolean {
  const { components, history } = architecture;
  return [components, history, seams, signals].every(({ length }) => length === 0);
}
