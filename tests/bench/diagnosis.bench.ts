import { performance } from "node:perf_hooks";
import { diagnose } from "#core/diagnosis/diagnose.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { hubScene, oneObjectScene, randomScene } from "#tests/support/scenes.ts";

const SCENES = {
  random: randomScene,
  "hub and spoke": (size: number) => hubScene(size),
  "one object everywhere": oneObjectScene,
};
const only = process.argv.slice(2).map(Number);
const SIZES = only.length > 0 ? only : [100, 1_000, 10_000];
const RUNS = 1;

for (const [name, scene] of Object.entries(SCENES)) {
  for (const size of SIZES) {
    const architecture = scene(size);
    const times = Array.from({ length: RUNS }, () => {
      const start = performance.now();
      const { candidates } = diagnose(architecture, CATALOGUE);
      return [performance.now() - start, candidates.length] as const;
    });
    console.log(name, size, times.map(([t, c]) => `${t.toFixed(0)} ms ${c}`).join(" "));
  }
}
