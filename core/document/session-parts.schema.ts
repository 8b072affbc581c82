import type { z } from "zod";
import {
  Agreement,
  Boundary,
  Component,
  Connection,
  HistoryEntry,
  SketchObject,
} from "../architecture/architecture.schema.ts";
import { Dismissal, MarkedSeam, Position, SessionShape } from "./session.schema.ts";

/** Reads one part of a session at a time, for a store in which anybody may have written anything: undefined when it is none. */
function part<T>(schema: z.ZodType<T>): (input: unknown) => T | undefined {
  return (input) => {
    const parsed = schema.safeParse(input);
    return parsed.success ? parsed.data : undefined;
  };
}

export const readPart = {
  objects: part(SketchObject),
  boundaries: part(Boundary),
  components: part(Component),
  connections: part(Connection),
  agreements: part(Agreement),
  history: part(HistoryEntry),
  seams: part(MarkedSeam),
  dismissed: part(Dismissal),
  position: part(Position),
  origin: part(SessionShape.shape.origin),
  title: part(SessionShape.shape.architecture.shape.title),
  summary: part(SessionShape.shape.architecture.shape.summary),
  skipped: part(SessionShape.shape.skipped.unwrap().unwrap().element),
  referred: part(SessionShape.shape.referred.unwrap()),
} as const;
