/** `npm run mutation`: how much of the engine's behaviour the tests of the engine really hold. Not part of CI. */
export default {
  mutate: ["core/diagnosis/**/*.ts", "core/mechanisms/**/*.ts"],
  testRunner: "vitest",
  vitest: { configFile: "vitest.mutation.config.ts" },
  coverageAnalysis: "perTest",
  concurrency: 2,
  reporters: ["clear-text", "progress-append-only"],
  clearTextReporter: { allowColor: false, allowEmojis: false, reportTests: false, reportMutants: false },
  tempDirName: ".data/mutation",
  ignorePatterns: ["/.data", "/.next", "/test-results"],
  cleanTempDir: "always",
  allowConsoleColors: false,
};
