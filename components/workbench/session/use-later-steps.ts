import type * as LaterSteps from "./later-steps.ts";
import { latePart, useLoaded, type Loaded } from "../use-loaded.ts";
import { useWorkbench } from "../workbench-context.ts";

const laterSteps = latePart(() => import("./later-steps.ts"));

/** The steps after the sketch: loaded once something is drawn or one of them is open, and ready once the engine is. */
export function useLaterSteps(isOneOpen: boolean): Loaded<typeof LaterSteps> {
  const { session, engine } = useWorkbench();
  const hasSketch = session.architecture.components.length > 0;
  const later = useLoaded(laterSteps, hasSketch || isOneOpen);
  return hasSketch && engine !== "here" ? { kind: engine } : later;
}
