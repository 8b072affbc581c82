import { LIKELY, POSSIBLE } from "../../diagnosis/thresholds.ts";
import { percent } from "../wording.ts";
import type { Block } from "../report-document.ts";
import type { Report } from "../report.ts";
import { bullets, definitions, heading, paragraph, part } from "./block.ts";
import { countOf } from "./counts.ts";

/** How this was come to, and what it cannot say. */
export function methodAndLimits(report: Report): readonly Block[] {
  return [
    heading(1, "method", "Method and limits"),
    paragraph(
      "Production systems fail in ways that are structurally predictable and locally invisible: every component works by its own measure, and the failure lies in an agreement between components that nobody wrote down. A place where two components must agree is a seam.",
    ),
    paragraph(
      "The sketch is compared with the structural mechanisms in which such an agreement is known to fail. Each place where one could act is weighed: by how it is drawn, by what was answered about it, by what happened there, and by the signs that people recognized. The weights are added up in natural log-odds, and each stands in this report with its reason. The next question is always the one that is expected to settle most.",
    ),
    paragraph(
      `From ${percent(LIKELY)} on, a place is called a seam; between ${percent(POSSIBLE)} and that it is listed as possible. A structural move is tried on a copy of the sketch, and the copy is diagnosed by the same rules.`,
    ),
    heading(2, "limits", "What this cannot say"),
    ...bullets(LIMITS),
    ...(report.settings.isAnonymous
      ? [
          paragraph(
            "Names were replaced by neutral ones, the same everywhere. What people described in other words than names was left as they wrote it.",
          ),
        ]
      : []),
  ];
}

const LIMITS: readonly string[] = [
  "It says nothing of what is not on the sketch, and takes the sketch for true.",
  "An answer is as good as whoever gave it. It stands with who said it and from what; none was checked against a running system.",
  "A probability is a judgement made countable, to compare places of one sketch with each other. It is not a rate of failures.",
  "The weights have four steps, because a finer judgement about architectures in general cannot be defended.",
  "A rung counts only for the conditions it was shown under. One failure at a time is not all at once.",
  "That no seam was found is a result about what was drawn and asked, and no proof that there is none.",
];

/** The words that this report uses, as the series uses them. */
export function glossary({ context }: Report, told: readonly Block[]): readonly Block[] {
  const text = wordsIn(told).join("\n");
  const used = context.glossary.filter(({ word }) => mentionOf(word).test(text));
  return part(
    1,
    "glossary",
    "Glossary",
    definitions(used.map(({ word, meaning }) => [word, meaning] as const)),
  );
}

/** A word as it stands in a text, alone or for several. */
function mentionOf(word: string): RegExp {
  const stem = word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/y$/, "(?:y|ie)");
  return new RegExp(`(?<![\\p{L}\\p{N}])${stem}s?(?![\\p{L}\\p{N}])`, "iu");
}

const NOT_READ = new Set(["type", "id", "href", "face", "svg"]);

function wordsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (NOT_READ.has(key) ? [] : wordsIn(inner)));
}

/** How many pages of facts follow, for whoever wonders. */
export function factsCount(report: Report): string {
  const { asked } = report.findings;
  return asked.length === 0
    ? "No fact was answered."
    : `${countOf(asked.length, "fact")}, each with everybody’s answer.`;
}
