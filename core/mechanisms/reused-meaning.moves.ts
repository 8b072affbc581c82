import type { SketchGraph } from "../architecture/sketch-graph.ts";
import type { Edit } from "../diagnosis/edit.ts";
import { carriedName, connectionsIn, editorOf } from "../diagnosis/editor.ts";
import type { Match } from "../diagnosis/mechanism.ts";

/** A message of a new name goes on the same ways, and both ends say which version they speak. */
export function newName(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [sender, receiver] = match.between;
  const ways = connectionsIn(graph, match, "message");
  const [first] = ways;
  if (first === undefined || sender === receiver) return null;
  const editor = editorOf(graph);
  const named = editor.object("new-name", `${carriedName(graph, first, "message")} under a new name`);
  for (const { id } of ways)
    editor.rewire(id, { carries: named }, { version: "negotiated", validation: "both" });
  editor.bind(match.between, { sameObject: "identical", enforced: "by-construction" });
  return editor.edits();
}

/** What the receiver knows travels to the sender, before anything is sent. */
export function sayWhatIsKnown(graph: SketchGraph, match: Match): readonly Edit[] | null {
  const [sender, receiver] = match.between;
  const ways = connectionsIn(graph, match, "message");
  if (ways.length === 0 || sender === receiver) return null;
  const editor = editorOf(graph);
  const meanings = editor.object("meanings", "meanings that are known");
  editor.connect("configure", receiver, sender, meanings, { validation: "at-target", rollout: "staged" });
  for (const { id } of ways) editor.rewire(id, {}, { version: "negotiated" });
  editor.bind(match.between, { enforced: "runtime-check" });
  return editor.edits();
}
