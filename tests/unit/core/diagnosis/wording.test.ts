import { expect, test } from "vitest";
import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { answerLabel } from "#core/architecture/fact-wording.ts";
import { sketchGraph } from "#core/architecture/sketch-graph.ts";
import { subjectKey, type FactAddress, type Subject } from "#core/architecture/subject.ts";
import { AGREEMENT_FACTS, COMPONENT_FACTS, CONNECTION_FACTS } from "#core/architecture/vocabulary.ts";
import { AGREEMENT_EVIDENCE } from "#core/diagnosis/agreement-evidence.ts";
import { diagnose } from "#core/diagnosis/diagnose.ts";
import type { Question } from "#core/diagnosis/diagnosis.ts";
import { questionText } from "#core/diagnosis/wording.ts";
import { sketchOf } from "#core/evaluation/games.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { draw } from "#tests/support/draw.ts";
import { incident } from "#tests/support/incidents.ts";

const sketch = draw("Two", "service shop\nstore stock\nshop -write-> stock: order\nstock -replicate-> shop");
const graph = sketchGraph(sketch);
const SUBJECTS: readonly (readonly [Subject, object])[] = [
  [{ component: "stock" }, COMPONENT_FACTS],
  [{ connection: "shop-stock" }, CONNECTION_FACTS],
  [{ agreement: ["shop", "stock"] }, AGREEMENT_FACTS],
];

function ask(about: Subject, fact: string, sides?: readonly [string, string]): string {
  return questionText(graph, { about, fact } as FactAddress, sides);
}

/** What people read changes on purpose only: whoever rewords a question sees here what became of it. */
test("every fact is asked in these words", async () => {
  const lines = SUBJECTS.flatMap(([about, facts]) =>
    Object.keys(facts).map((fact) => `${fact}: ${ask(about, fact)}`),
  );
  expect(new Set(lines).size).toBe(38);
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("questions.approved.txt");
});

test("what is not named is called what it is", () => {
  expect(ask({ connection: "stock-shop" }, "freshness")).toBe(
    "How fresh is what it carries between stock and shop?",
  );
});

test("the side that relies on the other is named first", () => {
  expect(ask({ agreement: ["shop", "stock"] }, "stated", ["stock", "shop"])).toContain("stock and shop");
  expect(ask({ agreement: ["shop", "stock"] }, "stated")).toContain("shop and stock");
});

test("the facts of the agreement weigh for these reasons", async () => {
  const lines = AGREEMENT_EVIDENCE.flatMap(({ fact, answers }) =>
    Object.entries(answers).map(
      ([key, [weight, because]]) => `${fact} ${answerLabel(fact, key)}: ${weight} ${because}`,
    ),
  );
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("agreement-evidence.approved.txt");
});

test("conditions are one answer: none of them speaks against a seam, any of them for it", () => {
  const rule = AGREEMENT_EVIDENCE.find(({ fact }) => fact === "limitedTo");
  const match = { between: ["shop", "stock"], parts: {}, signs: [] } as const;
  const classes = [[], ["steady-state"], ["steady-state", "before-change"], "elsewhere"].map((value) =>
    rule?.classify?.(value, match),
  );
  expect(classes).toEqual(["unlimited", "limited", "limited", "limited"]);
  expect(rule?.imagine?.(match)).toEqual({ unlimited: [], limited: ["steady-state"] });
});

test("a question says which pair it is about, and how many others", () => {
  const { architecture } = incident("docker-authz-2024");
  const [first] = everyQuestion(architecture);
  const names = new Map(architecture.components.map(({ id, name }) => [id, name]));
  expect(first).toMatchObject({
    why: expect.stringMatching(
      /^It helps to tell whether .+ rest on an agreement that nobody stated \([a-z ]+\)\.( It also bears on \d+ other pairs?\.)?$/,
    ) as string,
    multiple: false,
  });
  expect(first?.about).toEqual({ agreement: first?.candidates[0]?.between });
  for (const id of first?.candidates[0]?.between ?? []) expect(first?.why).toContain(names.get(id));
});

test("a question about an agreement says what each answer would mean", () => {
  const [first] = everyQuestion(incident("docker-authz-2024").architecture);
  const meanings = new Map(first?.answers.map(({ value, meaning }) => [String(value), meaning]));
  const rule = AGREEMENT_EVIDENCE.find(({ fact }) => fact === first?.fact);
  expect(rule).toBeDefined();
  for (const [key, [weight, because]] of Object.entries(rule?.answers ?? {})) {
    const said = weight > 0 ? `Speaks for a seam: ${because}.` : `Speaks against a seam: ${because}.`;
    expect(meanings.get(key)).toBe(weight === 0 ? "Neither speaks for a seam nor against one." : said);
  }
});

test("a question about what is needed offers the other elements by name", () => {
  const circle = incident("facebook-backbone-2021").architecture;
  const needs = everyQuestion(circle).find(({ fact }) => fact === "restartNeeds");
  const about = needs === undefined ? "" : subjectKey(needs.about);
  const others = circle.components.filter(({ id }) => `component:${id}` !== about);
  expect(needs?.multiple).toBe(true);
  expect(needs?.answers.map(({ value, label }) => [value, label])).toEqual([
    ...others.map(({ id, name }) => [id, name]),
    ["unknown", "Nobody knows"],
  ]);
  expect(needs?.answers.some(({ meaning }) => meaning.startsWith("Speaks for a seam"))).toBe(true);
});

/** All that is worth asking about a sketch, each question set aside in turn. */
function everyQuestion(architecture: Architecture): readonly Question[] {
  const asked: Question[] = [];
  for (;;) {
    const setAside = asked.map(({ about, fact }) => `${subjectKey(about)}#${fact}`);
    const { next } = diagnose(sketchOf(architecture), CATALOGUE, { setAside });
    if (next === null) return asked;
    asked.push(next);
  }
}
