import type { LanesModel } from "./lanes-recorder.ts";
import type { Condition, Policy, Settings } from "./model.ts";
import { seededRandom } from "./random.ts";
import { choiceOf, choicesOf, numberOf, numberSetting } from "./setting.ts";
import { changedRules, runTwoReaders, STRUCTURES } from "./two-readers.run.ts";

const DIFFERENCES = {
  none: "An ordinary request",
  header: "A header twice",
  framing: "A declared length and chunks",
  decoding: "Percent signs encoded twice",
  query: "A query key twice",
};

const policy = (structure: keyof typeof STRUCTURES, label: string, says: string): Policy => ({
  key: structure,
  label,
  says,
  settings: { structure },
});

/** A request is judged as one reader takes it and carried out as another one does. */
export const twoReaders: LanesModel = {
  key: "two-readers",
  title: "Two readers",
  question: "Is the object that is evaluated the object that is executed?",
  assumptions: [
    "Both readers know one small grammar of requests: a request line, headers, and a body ended by a length or by chunks. Where it leaves a choice, each reader has one fixed habit, which the seed draws.",
    "Two habits for each of four rules. Readers of the same habits read everything the same; the rest of the grammar has no choices.",
    "The sender does not know the habits. The seed draws which of two ways it writes the difference in.",
    "The enforcer lets pass what its reading shows to be Ada reading or listing something open. It is right about what it reads.",
    "A release changes one rule: first percent signs, then query keys, then headers, then the end of the body.",
    "Every step takes the same time. Nothing is lost and nobody crashes.",
  ],
  settings: [
    {
      shape: "choice",
      key: "structure",
      label: "The executor acts on",
      choices: choicesOf(STRUCTURES),
      initial: "parsers",
    },
    {
      shape: "choice",
      key: "difference",
      label: "The sender sends",
      choices: choicesOf(DIFFERENCES),
      initial: "decoding",
    },
    numberSetting("apart", "Releases between two versions", "", [0, 4, 1, 1]),
  ],
  policies: [
    policy(
      "parsers",
      "Two parsers",
      "The enforcer passes the bytes on, and the executor reads them once more with a parser of its own.",
    ),
    policy(
      "capture",
      "Capture once",
      "The request is read once. The enforcer passes on the object that it evaluated.",
    ),
    policy(
      "refuse",
      "Refuse what is ambiguous",
      "The enforcer refuses every request that the grammar lets somebody read in another way.",
    ),
    policy(
      "versions",
      "One parser, two releases",
      "Both use the same parser, but not the same release of it.",
    ),
  ],
  seed: 585,
  condition,
  run: (settings, seed) => runTwoReaders(settings, seededRandom(seed)),
};

function condition(settings: Settings): Condition {
  const { ways, why } = waysToRead(settings);
  return {
    formula: "ways to read what is acted on ≤ 1",
    filledIn: `${ways} ${ways > 1 ? ">" : "≤"} 1: ${why}`,
    holds: ways <= 1,
  };
}

function waysToRead(settings: Settings): { readonly ways: number; readonly why: string } {
  const difference = choiceOf(settings, "difference", DIFFERENCES);
  const twoWays = { ways: 2, why: "the grammar leaves a choice" };
  if (difference === "none") return { ways: 1, why: "the grammar leaves no choice" };
  switch (choiceOf(settings, "structure", STRUCTURES)) {
    case "parsers":
      return twoWays;
    case "capture":
      return { ways: 1, why: "it is read once" };
    case "refuse":
      return { ways: 0, why: "it is refused before anybody acts" };
    case "versions":
      return changedRules(numberOf(settings, "apart")).includes(difference)
        ? twoWays
        : { ways: 1, why: "no release in between changed this" };
  }
}
