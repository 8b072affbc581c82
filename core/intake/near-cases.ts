import type { Zone } from "#core/architecture/vocabulary.ts";
import { SIGNALS, type Signal, type SignalShape } from "#core/fit/signals.ts";

/** A published case, as far as its nearness to a situation is said. */
export interface CaseBrief {
  readonly slug: string;
  readonly title: string;
  readonly zone: Zone;
}

/** A case near to a situation, and why, as one sentence. */
export interface NearCase {
  readonly slug: string;
  readonly title: string;
  readonly because: string;
}

/** A word of a situation: how it was written, and how it is looked up, by its beginning. */
export interface LookedUp {
  readonly word: string;
  readonly beginning: string;
}

const MOST_WORDS = 400;
const SHORTEST_WORD = 4;

/** The words of texts that can be looked up, each once. */
export function wordsToLookUp(texts: readonly string[]): readonly LookedUp[] {
  const words =
    texts
      .join(" ")
      .toLowerCase()
      .match(/\p{L}[\p{L}\p{N}]*/gu) ?? [];
  const known = new Map<string, LookedUp>();
  for (const word of words) {
    const beginning = beginningOf(word);
    if (word.length >= SHORTEST_WORD && !EVERYDAY.has(word) && !known.has(beginning))
      known.set(beginning, { word, beginning });
    if (known.size >= MOST_WORDS) break;
  }
  return [...known.values()];
}

/** Without its ending, so that "uploads" finds "uploaded". */
function beginningOf(word: string): string {
  const beginning = word.replace(/(?:ies|ings?|ed|es|s|y|e)$/u, "");
  return beginning.length >= SHORTEST_WORD ? beginning : word;
}

/** For each beginning that was looked up, the slugs of the cases in which a word begins like that. */
export type Hits = ReadonlyMap<string, readonly string[]>;

const MOST_CASES = 3;
/** A word that stands in more of the cases than this share does not tell them apart. */
const COMMON_SHARE = 0.2;
/** A word or two can be shared by chance, and the more that is written the more can. */
const FEWEST_WORDS = 3;
const WORDS_PER_CHANCE = 30;
/** Of cases that share half as much as the nearest one or less, it is chance as well. */
const LEAST_SHARE = 0.5;
const MOST_NAMED = 4;

/**
 * The published cases nearest to a situation, nearest first; none when nothing it says is particular to one of them.
 * Nearness is shared words that few cases have; a sign of the case's zone alone makes no case near, and decides among those that are.
 */
export function nearCases(
  words: readonly LookedUp[],
  hits: Hits,
  signals: readonly Signal[],
  cases: readonly CaseBrief[],
): readonly NearCase[] {
  const most = Math.max(1, cases.length * COMMON_SHARE);
  const telling = words.flatMap(({ word, beginning }) => {
    const slugs = hits.get(beginning) ?? [];
    return slugs.length === 0 || slugs.length > most
      ? []
      : [{ word, slugs, weight: Math.log(cases.length / slugs.length) }];
  });
  const fewest = Math.max(FEWEST_WORDS, Math.ceil(words.length / WORDS_PER_CHANCE));
  const sharing = cases
    .map((brief) => {
      const shared = telling
        .filter(({ slugs }) => slugs.includes(brief.slug))
        .toSorted((a, b) => b.weight - a.weight);
      const sign = signals.find((signal) => isSignOf(signal, brief.zone));
      const score = shared.reduce((sum, { weight }) => sum + weight, sign === undefined ? 0 : 2);
      return { brief, shared, sign, score };
    })
    .filter(({ shared }) => shared.length >= fewest)
    .toSorted((a, b) => b.score - a.score);
  return sharing
    .filter(({ score }) => score > (sharing[0]?.score ?? 0) * LEAST_SHARE)
    .slice(0, MOST_CASES)
    .map(({ brief: { slug, title, zone }, shared, sign }) => ({
      slug,
      title,
      because: sayWhy(shared.map(({ word }) => word).slice(0, MOST_NAMED), sign, zone),
    }));
}

/** Signs of every zone tell nothing about one. */
function isSignOf(signal: Signal, zone: Zone): boolean {
  const { speaks, zones }: SignalShape = SIGNALS[signal];
  return speaks === "for" && zones.length === 1 && zones.includes(zone);
}

function sayWhy(words: readonly string[], sign: Signal | undefined, zone: Zone): string {
  const quoted = words.map((word) => `“${word}”`);
  const said = `It speaks of ${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1) ?? ""}, as you do`;
  return sign === undefined ? `${said}.` : `${said}, and you ticked a sign of its zone, ${zone}.`;
}

/** Words that say nothing about a system, however seldom the cases use them. */
const EVERYDAY: ReadonlySet<string> = new Set(
  (
    "one ten twelve twenty thirty forty fifty hundred hundreds thousand thousands million green red healthy health " +
    "about above after again against almost along already also although always among another anything around away " +
    "back because become been before began begin being believe below beside best better between both bring came cannot " +
    "come could course days does doing done down during each either else enough even ever every everything example " +
    "fact fail failed failing fails failure failures feel find first five fixed fixes following found four from full gave get gets getting give given goes " +
    "going gone good great half happen happened happens hard have having hear help here high hold hour hours however " +
    "idea into itself just keep keeps kept kind knew know known last later least leave left less like likely little long " +
    "look looked looking made make makes many matter maybe mean means might minute minutes month months more most much must " +
    "myself near need needs never next nobody none nothing often once only onto open other others ours over part parts " +
    "people perhaps place please point possible probably problem problems quite rather really right same said saying seem " +
    "seems seen several shall should show side simply since small some somebody someone something sometimes soon sort still " +
    "such sure take taken team teams tell than that their them then there these they thing things think this those though thought " +
    "three through time times today together told took toward tried trouble true turn twice under until upon used using usually very " +
    "want wanted week weeks well went were what when whenever where whether which while whole whose will with within without wonder word " +
    "words work worked working works would year years your yours large larger small system systems component components dashboard dashboards"
  ).split(" "),
);
