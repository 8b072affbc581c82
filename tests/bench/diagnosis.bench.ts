import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { openDiagnosis, type OpenDiagnosis } from "#core/diagnosis/open-diagnosis.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { hubScene, oneObjectScene, randomScene } from "#tests/support/scenes.ts";

const SCENES: Readonly<Record<string, (components: number) => Architecture>> = {
  random: (components) => randomScene(components),
  "hub and spoke": (components) => hubScene(components),
  "one object everywhere": (components) => oneObjectScene(components),
};
const SIZES = [100, 1_000, 10_000];
const RUNS = 5;
const ANSWERS = 20;

/** Processor time of this process, all its threads together: what else the machine does disturbs it least. */
function milliseconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** A diagnosis, and the megabytes that it keeps in memory beside the architecture. */
function weighed(architecture: Architecture): { readonly open: OpenDiagnosis; readonly kept: number } {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const open = diagnosed(architecture);
  collectGarbage();
  return { open, kept: (process.memoryUsage().heapUsed - before) / 1e6 };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** From nothing to the ranked candidates and the next question, the first of each read. */
function diagnosed(architecture: Architecture): OpenDiagnosis {
  const open = openDiagnosis(architecture, CATALOGUE);
  read(open);
  return open;
}

function read({ diagnosis: { candidates, next } }: OpenDiagnosis): string {
  return `${candidates[0]?.invariant ?? ""} ${next?.text ?? ""} ${next?.answers.length ?? 0}`;
}

/** The question that comes next is answered as often as there is one, each time with another of its answers. */
function answerTimes(from: OpenDiagnosis): readonly number[] {
  let open = from;
  const times: number[] = [];
  for (let i = 0; i < ANSWERS; i += 1) {
    const { next } = open.diagnosis;
    const value = next?.answers[i % next.answers.length]?.value;
    if (next === null || value === undefined) break;
    const step = open;
    times.push(
      milliseconds(() => {
        open = step.answer(next, { value: next.multiple && value !== "unknown" ? [String(value)] : value });
        read(open);
      }),
    );
  }
  return times;
}

function column(text: string | number): string {
  return String(text).padStart(12);
}

console.log(
  `Full diagnosis with the choice of the next question: median of ${RUNS} runs, ms of processor time;`,
);
console.log("then from an answer to the next diagnosis, median and longest, and its share of a full one.\n");
console.log(
  [
    "scene".padEnd(24),
    ...["components", "ms", "candidates", "MB kept", "answer ms", "longest", "share"].map(column),
  ].join(""),
);
for (const [name, scene] of Object.entries(SCENES)) {
  const medians = SIZES.map((size) => {
    const architecture = scene(size);
    const { open, kept } = weighed(architecture);
    const full = median(
      Array.from({ length: size < 10_000 ? 2 * RUNS : RUNS }, () =>
        milliseconds(() => diagnosed(architecture)),
      ),
    );
    const answers = answerTimes(open);
    const figures = [
      size,
      full.toFixed(1),
      open.diagnosis.candidates.length,
      kept.toFixed(1),
      median(answers).toFixed(2),
      Math.max(...answers).toFixed(2),
      `1/${(full / median(answers)).toFixed(0)}`,
    ];
    console.log([name.padEnd(24), ...figures.map(column)].join(""));
    return full;
  });
  const [least = NaN, middle = NaN, most = NaN] = medians;
  const whole = Math.log10(most / least) / 2;
  console.log(
    `${" ".repeat(24)}grows with the power ${whole.toFixed(2)} of the size, from 1,000 on ${Math.log10(most / middle).toFixed(2)}\n`,
  );
}
