import { expect, test } from "vitest";
import { subjectKey } from "#core/architecture/subject.ts";
import { diagnose } from "#core/diagnosis/diagnose.ts";
import type { OpenQuestion } from "#core/diagnosis/open-questions.ts";
import { sketchOf } from "#core/evaluation/games.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { incident } from "#tests/support/incidents.ts";

const sketch = sketchOf(incident("docker-authz-2024").architecture);

function offered(options = {}): readonly OpenQuestion[] {
  let seen: readonly OpenQuestion[] = [];
  diagnose(sketch, CATALOGUE, {
    ...options,
    choose: (open) => {
      seen = open;
      return null;
    },
  });
  return seen;
}

const nameOf = ({ address }: OpenQuestion) => `${subjectKey(address.about)}#${address.fact}`;
const oddsOf = ({ touches }: OpenQuestion) => Math.max(...touches.map(({ belief }) => belief.logOdds));

test("whoever chooses is offered every open question once, those of the most probable places first", () => {
  const open = offered();
  expect(new Set(open.map(nameOf)).size).toBe(open.length);
  expect(open.map(oddsOf)).toEqual(open.map(oddsOf).toSorted((a, b) => b - a));
  expect(open.every(({ touches }) => touches.length > 0)).toBe(true);
  expect(open.some(({ information }) => information > 0.01)).toBe(true);
});

test("what is set aside is not offered, nor what only bears on two that need not agree", () => {
  const [first] = offered();
  if (first === undefined) throw new Error("Nothing is open.");
  expect(offered({ setAside: [nameOf(first)] }).map(nameOf)).not.toContain(nameOf(first));
  const others = offered({ independent: [["daemon", "plugin"]] });
  expect(others.map(nameOf)).not.toContain("agreement:daemon~plugin#stated");
  expect(others.flatMap(({ touches }) => touches.map(({ belief }) => belief.pair.join()))).not.toContain(
    "daemon,plugin",
  );
});

test("what was chosen is asked, whatever it is worth, and choosing nothing ends the questions", () => {
  const last = offered().at(-1);
  if (last === undefined) throw new Error("Nothing is open.");
  const chosen = diagnose(sketch, CATALOGUE, { choose: (open) => open.at(-1) ?? null }).next;
  expect(chosen).toMatchObject({ about: last.address.about, fact: last.address.fact });
  expect(diagnose(sketch, CATALOGUE, { choose: () => null }).next).toBeNull();
});
