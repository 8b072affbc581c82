import * as z from "zod";
import {
  Agreement,
  Boundary,
  Component,
  Connection,
  HistoryEntry,
  LIMITS,
  SketchObject,
} from "../architecture/architecture.schema.ts";
import { Dismissal, MarkedSeam, Position, SessionShape, SessionSignal } from "./session.schema.ts";

/** Reads one part of a session at a time, for a store in which anybody may have written anything: undefined when it is none. */
function part<T>(schema: z.ZodType<T>): (input: unknown) => T | undefined {
  return (input) => {
    const parsed = schema.safeParse(input);
    return parsed.success ? parsed.data : undefined;
  };
}

const LongText = z.string().max(LIMITS.text);

export const readPart = {
  objects: part(SketchObject),
  boundaries: part(Boundary),
  components: part(Component),
  connections: part(Connection),
  agreements: part(Agreement),
  history: part(HistoryEntry),
  /** While it is being written it may be without date and text. */
  historyDraft: part(HistoryEntry.extend({ date: LongText, text: LongText })),
  seams: part(MarkedSeam),
  dismissed: part(Dismissal),
  position: part(Position),
  origin: part(SessionShape.shape.origin),
  title: part(SessionShape.shape.architecture.shape.title),
  summary: part(SessionShape.shape.architecture.shape.summary),
  signal: part(SessionSignal),
  skipped: part(SessionShape.shape.skipped.unwrap().unwrap().element),
  referred: part(SessionShape.shape.referred.unwrap()),
} as const;
