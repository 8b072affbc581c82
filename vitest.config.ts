import { defineConfig } from "vitest/config";

const project = (name: string, extra: object = {}) => ({
  extends: true as const,
  test: { name, include: [`tests/${name}/**/*.test.{ts,tsx}`], ...extra },
});

export default defineConfig({
  test: {
    setupFiles: ["tests/support/fail-on-console.ts"],
    projects: [
      project("unit"),
      project("property", { testTimeout: 60_000 }),
      project("large", { testTimeout: 60_000 }),
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
    ],
  },
});
