import { COMPONENT_FACTS, CONNECTION_FACTS, AGREEMENT_FACTS, UNKNOWN } from "../architecture/vocabulary.ts";
import { AGREEMENT_EVIDENCE } from "../diagnosis/agreement-evidence.ts";
import type { EvidenceRule, Mechanism, Weighed } from "../diagnosis/mechanism.ts";
import type { ChooseQuestion, OpenQuestion } from "../diagnosis/open-questions.ts";
import { MODERATE } from "../diagnosis/weights.ts";
import type { Random } from "../simulation/random.ts";

/** The engine with one of its parts switched off: the same code with another catalogue, or another way to choose. */
export interface Ablation {
  readonly name: string;
  readonly catalogue: readonly Mechanism[];
  /** For one game; absent where questions are chosen as usual. */
  readonly chooser?: (random: Random) => ChooseQuestion;
}

export function ablations(catalogue: readonly Mechanism[]): readonly Ablation[] {
  const withRules = (change: (rules: readonly EvidenceRule[]) => readonly EvidenceRule[]) =>
    catalogue.map((mechanism) => ({
      ...mechanism,
      evidence: change(mechanism.evidence),
      agreementEvidence: change(AGREEMENT_EVIDENCE),
    }));
  return [
    { name: "everything", catalogue },
    { name: "structure only", catalogue: withRules(() => []) },
    { name: "random order", catalogue, chooser: atRandom },
    { name: "fixed order", catalogue, chooser: () => byVocabulary },
    { name: "no “nobody knows”", catalogue: withRules((rules) => rules.map(deafToUnknown)) },
    {
      name: "no agreement evidence",
      catalogue: catalogue.map((mechanism) => ({ ...mechanism, agreementEvidence: [] })),
    },
    {
      name: "uniform weights",
      catalogue: withRules((rules) => rules.map(evenRule)).map(withEvenSigns),
    },
  ];
}

/** Any open question, whatever it would tell: nothing says when to stop, so the most that may be asked are asked. */
function atRandom(random: Random): ChooseQuestion {
  return (open) => open[Math.floor(random() * open.length)] ?? null;
}

const VOCABULARY = [COMPONENT_FACTS, CONNECTION_FACTS, AGREEMENT_FACTS].flatMap((facts) =>
  Object.keys(facts),
);

/** As a form would ask: fact by fact in the order of the vocabulary, the most probable candidate first. */
function byVocabulary(open: readonly OpenQuestion[]): OpenQuestion | null {
  const place = ({ address }: OpenQuestion) => VOCABULARY.indexOf(address.fact);
  return open.toSorted((a, b) => place(a) - place(b))[0] ?? null;
}

function deafToUnknown(rule: EvidenceRule): EvidenceRule {
  return { ...rule, answers: { ...rule.answers, [UNKNOWN]: [0, "left out"] } };
}

function evenRule(rule: EvidenceRule): EvidenceRule {
  const answers = Object.entries(rule.answers).map(([answer, [weight, because]]) => {
    const weighed: Weighed = [Math.sign(weight) * MODERATE, because];
    return [answer, weighed];
  });
  return { ...rule, answers: Object.fromEntries(answers) as EvidenceRule["answers"] };
}

function withEvenSigns(mechanism: Mechanism): Mechanism {
  return {
    ...mechanism,
    propose: (graph) =>
      mechanism.propose(graph).map((match) => ({
        ...match,
        signs: match.signs.map((sign) => ({ ...sign, weight: Math.sign(sign.weight) * MODERATE })),
      })),
  };
}
