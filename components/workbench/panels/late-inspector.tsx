import { latePart, useLoaded } from "../use-loaded.ts";
import { useWorkbench } from "../workbench-context.ts";

const inspector = latePart(() => import("./inspector.tsx"));

/** What can be said about an element comes once there is one. */
export function LateInspector() {
  const { session } = useWorkbench();
  const loaded = useLoaded(inspector, session.architecture.components.length > 0);
  return loaded.kind === "here" ? <loaded.part.Inspector /> : null;
}
