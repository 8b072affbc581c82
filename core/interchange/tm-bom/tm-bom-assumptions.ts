import { pairKey, pairOf, type Pair } from "../../architecture/subject.ts";
import type { KeptInvariant } from "../threat-models/kept.schema.ts";
import { linesSaid } from "../threat-models/lines-said.ts";
import type { SketchBuilder } from "../sketch-builder.ts";
import type { KeptModel, TmBomAssumption } from "./tm-bom.schema.ts";

/** An assumption, where it stands in the file, and the components that its topics name, each once. */
export interface Assumed extends TmBomAssumption {
  readonly file: string;
  readonly line: number | null;
  readonly about: readonly string[];
}

/** What an assumption says, with what the file holds of it. */
export function assumedLine({ description, validity }: TmBomAssumption): string {
  return `Assumed (${validity}): ${description}`;
}

interface Agreed {
  readonly between: Pair;
  readonly first: Assumed;
  /** With the first among them. */
  readonly all: Assumed[];
}

/**
 * Assumptions about two components or more become agreements between the first two, with a seam that says them. An
 * assumption that a file writes down is stated. That it was confirmed once is taken for a check at design. A rejected
 * one is no statement of anything that holds: the seam is marked and says so, and no fact is given.
 */
export function markAssumptions(
  sketch: SketchBuilder,
  assumptions: readonly Assumed[],
  nameOf: (component: string) => string,
  kept: (assumption: Assumed) => KeptInvariant | undefined,
): void {
  for (const { between, first, all } of byPair(assumptions)) {
    for (const one of all) if (kept(one) === undefined) agree(sketch, between, one);
    const { mechanism = null, owner = "", sentence = first.description } = kept(first) ?? {};
    sketch.seam({ between, note: noteOn(all, nameOf), mechanism, invariant: sentence, owner });
  }
}

function byPair(assumptions: readonly Assumed[]): Iterable<Agreed> {
  const agreed = new Map<string, Agreed>();
  for (const assumption of assumptions) {
    const [a, b] = assumption.about;
    if (a === undefined || b === undefined) continue;
    const known = agreed.get(pairKey(a, b));
    if (known === undefined)
      agreed.set(pairKey(a, b), { between: pairOf(a, b), first: assumption, all: [assumption] });
    else known.all.push(assumption);
  }
  return agreed.values();
}

function agree(sketch: SketchBuilder, between: Pair, assumption: Assumed): void {
  const { description, validity, file, line } = assumption;
  const what = `assumption “${description.slice(0, 200)}”`;
  const rejected =
    validity === "rejected" ? "it was rejected, so the two may rely on what does not hold" : undefined;
  sketch.agreement(...between, description, {
    what,
    file,
    line,
    ...(rejected !== undefined && { guess: rejected }),
  });
  if (validity === "rejected") return;
  const about = { agreement: between };
  const place = { file, line };
  sketch.fact({ address: { about, fact: "stated" }, value: "docs", evidence: what, guessed: false }, place);
  if (validity === "unconfirmed") return;
  const evidence = `${what}, confirmed`;
  sketch.fact({ address: { about, fact: "verified" }, value: "at-design", evidence, guessed: true }, place);
}

function noteOn(all: readonly Assumed[], nameOf: (component: string) => string): string {
  const [first, ...others] = all;
  if (first === undefined) return "";
  return linesSaid([
    ["", first.validity === "rejected" ? "The threat model says that this was found not to hold." : ""],
    ["Also about: ", first.about.slice(2).map(nameOf).join(", ")],
    ...others.map((other) => ["", assumedLine(other)] as const),
  ]);
}

/** What was kept of an assumption, while it says the same of the same two and holds as much as it did. */
export function keptAssumptions(
  model: KeptModel | undefined,
  idOf: (name: string) => string | undefined,
): (assumption: Assumed) => KeptInvariant | undefined {
  const known = new Map<string, KeptInvariant>();
  for (const { invariant, validity, description } of model?.assumptions ?? []) {
    const [a, b] = (invariant?.between ?? []).map(idOf);
    if (invariant === undefined || a === undefined || b === undefined) continue;
    known.set(JSON.stringify([pairKey(a, b), validity, description ?? invariant.sentence]), invariant);
  }
  return ({ about: [a, b], validity, description }) =>
    a === undefined || b === undefined
      ? undefined
      : known.get(JSON.stringify([pairKey(a, b), validity, description]));
}
