import { latePart, useLoaded } from "../use-loaded.ts";

const panel = latePart(() => import("./situation-panel.tsx"));

/** Comes with the first diagnosis of a situation: most sketches are of none. */
export function LateSituationPanel({ id }: { readonly id: string }) {
  const loaded = useLoaded(panel, true);
  return loaded.kind === "here" ? <loaded.part.SituationPanel id={id} /> : null;
}
