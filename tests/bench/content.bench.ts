import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { copyContent, type Corpus } from "./content/corpus.ts";
import { sharesOf } from "./content/profile.ts";

const { values: options } = parseArgs({
  options: {
    sizes: { type: "string", default: "50,100,200,500" },
    runs: { type: "string", default: "5" },
  },
});
const SIZES = options.sizes.split(",").map(Number);
const RUNS = Number(options.runs);

/** What is done to the content before it is compiled again. */
const KINDS: Readonly<Record<string, { readonly runs: number; readonly before: (corpus: Corpus) => void }>> =
  {
    cold: { runs: 1, before: ({ clear }) => clear() },
    "nothing changed": { runs: RUNS, before: () => undefined },
    "one text changed": { runs: RUNS, before: ({ changeText }) => changeText() },
    "one invariant changed": { runs: RUNS, before: ({ changeMatter }) => changeMatter() },
  };

interface Took {
  readonly seconds: number;
  /** Processor time of the command and all that it started; NaN where the system does not say. */
  readonly processor: number;
}

/** Runs the command as people run it. */
function compile(corpus: Corpus, flags: readonly string[] = []): Took {
  const [start, startedWith] = [performance.now(), processorOfChildren()];
  execFileSync(process.execPath, [...flags, "scripts/compile-content.ts"], {
    cwd: corpus.folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  return {
    seconds: (performance.now() - start) / 1000,
    processor: processorOfChildren() - startedWith,
  };
}

/** In seconds, of all children that have ended. Linux counts in hundredths of a second. */
function processorOfChildren(): number {
  if (!existsSync("/proc/self/stat")) return NaN;
  const fields = readFileSync("/proc/self/stat", "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

function shares(corpus: Corpus): string {
  const folder = mkdtempSync(join(corpus.folder, "profile-"));
  compile(corpus, ["--cpu-prof", `--cpu-prof-dir=${folder}`]);
  const [first, ...others] = sharesOf(folder);
  rmSync(folder, { recursive: true });
  return [first, ...others.slice(0, 4)]
    .filter((one) => one !== undefined)
    .map(([stage, share]) => `${stage} ${(share * 100).toFixed(0)} %`)
    .join(", ");
}

function measure(corpus: Corpus, size: string): void {
  for (const [kind, { runs, before }] of Object.entries(KINDS)) {
    const times = Array.from({ length: runs }, () => {
      before(corpus);
      return compile(corpus);
    });
    const [least = NaN, median = NaN, most = NaN] = spreadOf(times.map(({ seconds }) => seconds));
    const [, processor = NaN] = spreadOf(times.map((took) => took.processor));
    const figures = [median.toFixed(2), processor.toFixed(2)].map((figure) => figure.padStart(11)).join("");
    const range = runs === 1 ? "" : `${least.toFixed(2)}–${most.toFixed(2)}`;
    if (kind !== "cold" || size === "real") before(corpus);
    console.log(
      `${size.padStart(7)}  ${kind.padEnd(22)}${figures}  ${range.padEnd(14)}${kind === "cold" && size !== "real" ? "" : shares(corpus)}`,
    );
  }
}

function spreadOf(values: readonly number[]): readonly number[] {
  const sorted = values.toSorted((a, b) => a - b);
  return [0, Math.floor(sorted.length / 2), sorted.length - 1].map((i) => sorted[i] ?? NaN);
}

console.log(
  `The content compiled by the whole command: seconds on the clock (median of ${RUNS} runs, cold of one) and of`,
);
console.log(
  "processor time, with the shares of the latter in one run more. Beyond the real content: copies of its cases.\n",
);
console.log(
  `${"cases".padStart(7)}  ${"before it".padEnd(22)}${"seconds".padStart(11)}${"processor".padStart(11)}  ${"range".padEnd(14)}shares`,
);
const corpus = copyContent();
try {
  measure(corpus, "real");
  for (const size of SIZES) {
    corpus.growTo(size);
    measure(corpus, String(size));
  }
} finally {
  corpus.remove();
}
