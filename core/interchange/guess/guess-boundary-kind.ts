import type { BoundaryKind } from "../../architecture/vocabulary.ts";

export interface GuessedBoundary {
  readonly kind: BoundaryKind;
  readonly because?: string;
}

const WORDS: readonly (readonly [BoundaryKind, RegExp])[] = [
  [
    "trust",
    /(?<![\p{L}])(?:trust|trusted|untrusted|dmz|internet|intranet|firewall|vpn|sandbox)(?![\p{L}])/iu,
  ],
  ["team", /(?<![\p{L}])(?:teams?|department|squad|owned by|organi[sz]ation|company|vendor)(?![\p{L}])/iu],
  ["failure", /(?<![\p{L}])(?:regions?|availability zones?|data ?cent(?:er|re)s?|racks?|az)(?![\p{L}])/iu],
  [
    "deployment",
    /(?<![\p{L}])(?:clusters?|hosts?|nodes?|kubernetes|k8s|docker|pods?|namespaces?|vms?|servers?|vpc|subnet|networks?|cloud|aws|azure|gcp)(?![\p{L}])/iu,
  ],
  ["layer", /(?<![\p{L}])(?:layers?|tiers?|frontend|backend|plane)(?![\p{L}])/iu],
];

/**
 * What a group that a file draws seems to be, by its name. Where nothing says it, it is taken for a layer, which says
 * least: nothing is concluded from one.
 */
export function guessBoundaryKind(name: string): GuessedBoundary {
  for (const [kind, words] of WORDS) {
    const word = words.exec(name.slice(0, 300))?.[0];
    if (word !== undefined)
      return { kind, because: `“${word}” sounds like a boundary of the kind “${kind}”` };
  }
  return { kind: "layer", because: "the file does not say what kind of boundary it is" };
}
