import {
  addressOf,
  pairKey,
  subjectKey,
  type FactAddress,
  type Pair,
  type Subject,
} from "../architecture/subject.ts";
import { rulesOf, subjectsOf, type Place } from "./belief.ts";

/** One fact of one element, and what it bears on: `rules[i]` is the number of the rule that weighs it at `places[i]`. */
export interface Askable {
  readonly address: FactAddress;
  readonly places: readonly number[];
  readonly rules: readonly number[];
}

/** Which facts bear on which places: a matter of the drawn structure, whatever has been answered. */
export interface QuestionIndex {
  readonly askables: readonly Askable[];
  /** What bears on each place: `numbers[i]` is the number of an askable that its rule `rules[i]` weighs. */
  readonly bearingOn: readonly { readonly numbers: readonly number[]; readonly rules: readonly number[] }[];
  readonly find: (address: FactAddress) => number | undefined;
  /** For each place, all places at its pair, itself among them: rival explanations of one seam. */
  readonly rivalsAt: readonly (readonly number[])[];
  /** The numbers of all that can be asked about one element. */
  readonly about: (subject: Subject) => readonly number[];
  readonly placesBetween: (pair: Pair) => readonly number[];
}

type Building = Askable & { readonly places: number[]; readonly rules: number[] };

export function questionIndex(places: readonly Place[]): QuestionIndex {
  const askables: Building[] = [];
  const bySubject = new Map<string, number[]>();
  const numberOf = (key: string, address: FactAddress): number => {
    const ofSubject = bySubject.get(key) ?? [];
    const before = ofSubject.find((number) => askables[number]?.address.fact === address.fact);
    if (before !== undefined) return before;
    if (ofSubject.push(askables.length) === 1) bySubject.set(key, ofSubject);
    return askables.push({ address, places: [], rules: [] }) - 1;
  };
  const bearingOn = places.map((place, at) => {
    const [numbers, rules]: [number[], number[]] = [[], []];
    rulesOf(place.explanation).forEach((rule, i) => {
      for (const about of subjectsOf(rule, place)) {
        const number = numberOf(subjectKey(about), addressOf(about, rule.fact));
        askables[number]?.places.push(at);
        askables[number]?.rules.push(i);
        numbers.push(number);
        rules.push(i);
      }
    });
    return { numbers, rules };
  });
  const byPair = Map.groupBy(places.keys(), (at) => pairKey(...(places[at]?.pair ?? ["", ""])));
  return {
    askables,
    bearingOn,
    find: ({ about, fact }) =>
      bySubject.get(subjectKey(about))?.find((number) => askables[number]?.address.fact === fact),
    rivalsAt: places.map(({ pair }) => byPair.get(pairKey(...pair)) ?? []),
    about: (subject) => bySubject.get(subjectKey(subject)) ?? [],
    placesBetween: (pair) => byPair.get(pairKey(...pair)) ?? [],
  };
}
