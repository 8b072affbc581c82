import { pairKey, subjectKey, type FactAddress, type Pair, type Subject } from "../architecture/subject.ts";
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
  /** The numbers of the askables that bear on each place. */
  readonly bearingOn: readonly (readonly number[])[];
  readonly find: (address: FactAddress) => number | undefined;
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
    const numbers: number[] = [];
    rulesOf(place.explanation).forEach((rule, i) => {
      for (const about of subjectsOf(rule, place)) {
        const number = numberOf(subjectKey(about), { about, fact: rule.fact } as FactAddress);
        askables[number]?.places.push(at);
        askables[number]?.rules.push(i);
        numbers.push(number);
      }
    });
    return numbers;
  });
  const byPair = Map.groupBy(places.keys(), (at) => pairKey(...(places[at]?.pair ?? ["", ""])));
  return {
    askables,
    bearingOn,
    find: ({ about, fact }) =>
      bySubject.get(subjectKey(about))?.find((number) => askables[number]?.address.fact === fact),
    about: (subject) => bySubject.get(subjectKey(subject)) ?? [],
    placesBetween: (pair) => byPair.get(pairKey(...pair)) ?? [],
  };
}
