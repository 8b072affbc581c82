import { expect, test } from "vitest";
import { openDiagnosis } from "#core/diagnosis/open-diagnosis.ts";
import { sketchOf } from "#core/evaluation/games.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { diagnosed, read, withStep, type Known, type Step } from "#tests/support/arbitrary-replies.ts";
import { incident } from "#tests/support/incidents.ts";

const sketch = sketchOf(incident("docker-authz-2024").architecture);
const nothingSaid: Known = {
  architecture: sketch,
  options: { setAside: [], independent: [], marked: [], signals: [], dismissed: [] },
};
const seam = { agreement: ["daemon", "plugin"] } as const;
const [connection] = sketch.connections;

const REPLIES: Readonly<Record<string, Step>> = {
  "a fact of the agreement": {
    address: { about: seam, fact: "sameObject" },
    reply: { value: "differs-at-limits" },
  },
  "two different answers": {
    address: { about: seam, fact: "stated" },
    reply: {
      value: [
        { value: "contract", by: "plugin team", at: "2026-01-01T00:00:00Z" },
        { value: "nowhere", by: "daemon team", at: "2026-01-01T00:00:00Z" },
      ],
    },
  },
  "a fact of a component": {
    address: { about: { component: "plugin" }, fact: "onDependencyLoss" },
    reply: { value: "fails-open" },
  },
  "a fact of a connection": {
    address: { about: { connection: connection?.id ?? "" }, fact: "representation" },
    reply: { value: "raw" },
  },
  "a question set aside": { address: { about: seam, fact: "enforced" }, reply: "set-aside" },
  "two that need not agree": { address: { about: seam, fact: "stated" }, reply: "independent" },
  "nothing that the sketch knows": {
    address: { about: { component: "nobody" }, fact: "scale" },
    reply: { value: "fleet" },
  },
};

test.each(Object.entries(REPLIES))("after %s it stands as if it had been said from the start", (_, step) => {
  const before = openDiagnosis(sketch, CATALOGUE);
  const untouched = read(before.diagnosis);
  const after = before.answer(step.address, step.reply);
  expect(read(after.diagnosis)).toBe(read(diagnosed(withStep(nothingSaid, step))));
  expect(read(before.diagnosis)).toBe(untouched);
});

test("one after the other, and each taken back, leads to where it began", () => {
  const steps = Object.values(REPLIES).filter(({ reply }) => typeof reply === "object");
  const answered = steps.reduce(
    (open, { address, reply }) => open.answer(address, reply),
    openDiagnosis(sketch, CATALOGUE),
  );
  expect(read(answered.diagnosis)).toBe(read(diagnosed(steps.reduce(withStep, nothingSaid))));
  const back = steps.reduce((open, { address }) => open.answer(address, { value: undefined }), answered);
  expect(read(back.diagnosis)).toBe(read(diagnosed(nothingSaid)));
});

test("is told once, when somebody looks", () => {
  const open = openDiagnosis(sketch, CATALOGUE);
  expect(open.diagnosis).toBe(open.diagnosis);
});
