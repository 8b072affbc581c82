import { defineConfig } from "vitest/config";

/** A thousand diagnoses for each law, hundreds of runs for each threshold, every bomb for every importer: too long for the check, so they run in `npm test` alone. */
const LONG_LAWS = [
  "tests/property/core/diagnosis/**/*.test.ts",
  "tests/property/core/document/merge-sketch.property.test.ts",
  "tests/property/core/interchange/**/*.test.ts",
  "tests/property/core/report/{anonymize,text-formats}.property.test.ts",
  "tests/property/core/simulation/**/*.test.ts",
];

/**
 * Nothing here stays behind in a module: files of a worker share what they import, which is half of the time. Shuffled,
 * they pass as well.
 */
const SHARED = { isolate: false };

const project = (name: string, extra: object = {}) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], ...extra },
});

export default defineConfig({
  test: {
    setupFiles: ["tests/support/fail-on-console.ts"],
    projects: [
      project("unit", SHARED),
      project("property", { ...SHARED, exclude: LONG_LAWS, testTimeout: 60_000 }),
      project("thorough", {
        include: [...LONG_LAWS, "tests/thorough/**/*.test.ts"],
        testTimeout: 120_000,
      }),
      project("integration", {
        globalSetup: ["tests/support/postgres.ts"],
        testTimeout: 30_000,
        hookTimeout: 60_000,
      }),
      project("faults", {
        globalSetup: ["tests/support/postgres.ts"],
        testTimeout: 600_000,
        hookTimeout: 60_000,
        fileParallelism: false,
      }),
      // Needs a program of a few hundred megabytes, so that it runs in `npm run faults` alone.
      project("office", { testTimeout: 300_000 }),
    ],
  },
});
