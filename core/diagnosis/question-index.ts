import { pairKey, subjectKey, type FactAddress, type Pair, type Subject } from "../architecture/subject.ts";
import type { FactName } from "../architecture/vocabulary.ts";
import { rulesOf, subjectsOf, type Place } from "./belief.ts";

/** One fact of one element, and every place that it bears on, by the number of the rule that weighs it there. */
export interface Askable {
  readonly address: FactAddress;
  readonly touches: readonly { readonly place: number; readonly rule: number }[];
}

/** Which facts bear on which places: a matter of the drawn structure, whatever has been answered. */
export interface QuestionIndex {
  readonly askables: readonly Askable[];
  /** The numbers of the askables that bear on each place. */
  readonly bearingOn: readonly (readonly number[])[];
  readonly find: (address: FactAddress) => number | undefined;
  readonly placesBetween: (pair: Pair) => readonly number[];
}

type Building = Askable & { readonly touches: { place: number; rule: number }[] };

export function questionIndex(places: readonly Place[]): QuestionIndex {
  const askables: Building[] = [];
  const bySubject = new Map<string, Map<FactName, number>>();
  const numberOf = (about: Subject, fact: FactName): number => {
    const key = subjectKey(about);
    const byFact = bySubject.get(key) ?? new Map<FactName, number>();
    bySubject.set(key, byFact);
    const number = byFact.get(fact) ?? askables.length;
    if (number === askables.length) {
      byFact.set(fact, number);
      askables.push({ address: { about, fact } as FactAddress, touches: [] });
    }
    return number;
  };
  const bearingOn = places.map(({ explanation, match }, place) =>
    rulesOf(explanation).flatMap((rule, i) =>
      subjectsOf(rule, match).map((about) => {
        const number = numberOf(about, rule.fact);
        askables[number]?.touches.push({ place, rule: i });
        return number;
      }),
    ),
  );
  const byPair = Map.groupBy(places.keys(), (place) => pairKey(...(places[place]?.pair ?? ["", ""])));
  return {
    askables,
    bearingOn,
    find: ({ about, fact }) => bySubject.get(subjectKey(about))?.get(fact),
    placesBetween: (pair) => byPair.get(pairKey(...pair)) ?? [],
  };
}
