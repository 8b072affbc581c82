import { defineConfig } from "vitest/config";

/** The tests that say what the engine does, and no others: each of them runs once for every mutant it reaches. */
export default defineConfig({
  test: {
    include: ["tests/unit/core/{diagnosis,mechanisms}/**/*.test.ts"],
    setupFiles: ["tests/support/fail-on-console.ts"],
  },
});
