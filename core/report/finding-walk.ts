import type { Architecture } from "../architecture/architecture.schema.ts";
import { factsOf } from "../architecture/facts-of.ts";
import { answersOf } from "../architecture/reading.ts";
import { componentsOf } from "../architecture/subject.ts";
import type { WalkStep } from "../architecture/walk.ts";
import type { Contribution } from "../diagnosis/diagnosis.ts";
import type { LedgerEntry } from "./ledger.ts";
import { componentName, fixWords, ladderWords } from "./wording.ts";

/** Nobody follows more of the same kind. */
const FEW = 3;

const SKETCH = "From the sketch";
const ENGINE = "What the engine concludes from this";

/**
 * A finding told as a walk over the sketch: how it is built, what each side takes for granted, what was answered and
 * what happened, and where the two part. Every step says where it comes from; nothing is in it that is not in the entry.
 */
export function walkOf(architecture: Architecture, entry: LedgerEntry): readonly WalkStep[] {
  const [lead] = entry.explanations;
  const speaking = lead.contributions.filter(({ weight }) => weight > 0);
  const from = (...sources: readonly Contribution["source"][]) =>
    speaking
      .filter(({ source }) => sources.includes(source))
      .toSorted((a, b) => b.weight - a.weight)
      .slice(0, FEW)
      .map((contribution) => contributionStep(architecture, entry, contribution));
  return [
    ...from("structure"),
    ...beliefs(architecture, entry),
    ...from("fact", "agreement"),
    ...from("history"),
    parting(entry),
    ...fixes(entry),
    ...migration(entry),
  ];
}

function contributionStep(
  architecture: Architecture,
  { between }: LedgerEntry,
  contribution: Contribution,
): WalkStep {
  const { because, elements, source } = contribution;
  const components = [
    ...new Set(
      elements.flatMap((about) =>
        componentsOf(about, (id) => architecture.connections.find((one) => one.id === id)),
      ),
    ),
  ];
  return {
    tells: "event",
    when: "",
    components: components.length === 0 ? between : components,
    connections: elements.flatMap((about) => ("connection" in about ? [about.connection] : [])),
    text: sentence(because),
    source:
      source === "structure"
        ? SKETCH
        : source === "history"
          ? "Told as history"
          : answeredBy(architecture, contribution),
  };
}

/** The one takes the agreement for granted; what the other knows of it is as much as its rung says. */
function beliefs(architecture: Architecture, entry: LedgerEntry): readonly WalkStep[] {
  const { between, invariant, isAsked, ladder, seam } = entry;
  const [a, b] = between;
  const [first, second] = between.map((id) => componentName(architecture, id));
  const belief = { tells: "belief", when: "", connections: [] } as const;
  return [
    {
      ...belief,
      components: [a],
      text: `I do my part, and the rest holds: ${invariant}`,
      source: seam !== null && seam.invariant !== "" ? "In people’s own words" : ENGINE,
    },
    {
      ...belief,
      components: [b],
      text: isAsked
        ? `I do my part as well. That ${first ?? a} rests on this is ${KNOWN[ladder.rung]}.`
        : `I do my part as well. Whether anything tells ${second ?? b} that ${first ?? a} rests on this, nobody was asked.`,
      source: isAsked ? `Rung: ${ladderWords(ladder)}` : "Not asked yet",
    },
  ];
}

const KNOWN: Readonly<Record<LedgerEntry["ladder"]["rung"], string>> = {
  unstated: "written nowhere that I would read",
  stated: "written down, and nothing holds me to it",
  enforced: "enforced, as far as that was shown",
  verified: "verified, as far as that was shown",
};

function parting({ between, explanations: [lead] }: LedgerEntry): WalkStep {
  const words = [lead.contradiction, lead.absentLayer].filter((text) => text !== "").map(sentence);
  return {
    tells: "parting",
    when: "",
    components: between,
    connections: [],
    text: words.join(" "),
    source: ENGINE,
  };
}

function fixes({ between, fixes: { fixes: made } }: LedgerEntry): readonly WalkStep[] {
  return made.slice(-FEW).map((fix) => ({
    tells: "event",
    when: fix.date,
    components: between,
    connections: [],
    text: fixWords({ ...fix, date: "" }).replace(/^: /, ""),
    source: "Told as history",
  }));
}

function migration({ between, explanations: [lead] }: LedgerEntry): readonly WalkStep[] {
  if (lead.migration === "") return [];
  return [
    {
      tells: "parting",
      when: "",
      components: between,
      connections: [],
      text: `As long as that layer stays absent, it goes on. ${sentence(lead.migration)}`,
      source: ENGINE,
    },
  ];
}

/** Who gave the answers that a contribution rests on, and from what. */
function answeredBy(architecture: Architecture, { elements, fact }: Contribution): string {
  if (fact === undefined) return SKETCH;
  const answers = elements.flatMap((about) => answersOf(factsOf(architecture, about)[fact]));
  const people = answers.map(({ by, evidence = "" }) => (evidence === "" ? by : `${by}, from ${evidence}`));
  return people.length === 0 ? SKETCH : `Answered by ${[...new Set(people)].join("; ")}`;
}

function sentence(words: string): string {
  const begun = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}
