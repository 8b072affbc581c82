import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

interface Profile {
  readonly nodes: readonly ProfileNode[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly url: string; readonly functionName: string };
  readonly children?: readonly number[];
}

/** The share of each stage of the compiler in the samples of its profile, largest first; waiting does not count. */
export function sharesOf(folder: string): readonly (readonly [stage: string, share: number])[] {
  const name = readdirSync(folder).find((one) => one.endsWith(".cpuprofile"));
  if (name === undefined) throw new Error(`There is no profile in ${folder}`);
  const profile = JSON.parse(readFileSync(join(folder, name), "utf8")) as Profile;
  const stages = stagesOf(profile);
  const spent = new Map<string, number>();
  profile.samples.forEach((id, i) => {
    const stage = stages.get(id) ?? WAITING;
    if (stage !== WAITING) spent.set(stage, (spent.get(stage) ?? 0) + (profile.timeDeltas[i] ?? 0));
  });
  const all = [...spent.values()].reduce((sum, time) => sum + time, 0);
  return [...spent].map(([stage, time]) => [stage, time / all] as const).toSorted(([, a], [, b]) => b - a);
}

const WAITING = "waiting";

function stagesOf({ nodes }: Profile): ReadonlyMap<number, string> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const stages = new Map<number, string>();
  const visit = (id: number, around: string): void => {
    const node = byId.get(id);
    if (node === undefined) return;
    const stage = stageOf(node.callFrame, around);
    stages.set(id, stage);
    for (const child of node.children ?? []) visit(child, stage);
  };
  visit(nodes[0]?.id ?? 0, "Node and its modules");
  return stages;
}

/**
 * The innermost file of the compiler on the stack. What packages do later has none of ours there: that is the package
 * that draws images, or those that read and write MDX.
 */
function stageOf({ url, functionName }: ProfileNode["callFrame"], around: string): string {
  if (functionName === "(idle)") return WAITING;
  if (functionName === "(garbage collector)") return "garbage collection";
  const ours = /\/scripts\/(?:content\/)?([\w-]+)\.ts$/.exec(url)?.[1];
  if (ours !== undefined) return ours === "compile-content" ? around : ours;
  if (url.includes("/node_modules/") && around === "Node and its modules")
    return url.includes("/node_modules/next/") ? "next/og" : "MDX";
  return around;
}
