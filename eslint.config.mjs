import js from "@eslint/js";
import hooks from "eslint-plugin-react-hooks";
import regexp from "eslint-plugin-regexp";
import tseslint from "typescript-eslint";

/** Time, randomness and locale are parameters of core, never its own doing. */
const impure = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: "Core has no clock: take the time as a parameter.",
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "Core has no clock: take the time as a parameter.",
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: "Core has no randomness of its own: take a seeded source.",
  },
  {
    selector: "CallExpression[callee.property.name=/^(localeCompare|toLocale.*)$/]",
    message: "Core must not depend on the machine's locale.",
  },
  { selector: "ThrowStatement", message: "Expected failures are values; bugs go through invariant()." },
];

/** What people have written. */
export const LINTED = {
  ignores: [
    ".next/",
    ".data/",
    "node_modules/",
    "server/db/generated/",
    "content/generated/",
    "next-env.d.ts",
    "test-results/",
    "playwright-report/",
  ],
};

/**
 * The rules that look at one file, so that what was found in it can be kept for as long as it is the same. Those that look
 * at types are in .oxlintrc.json.
 */
export default tseslint.config(
  LINTED,
  js.configs.recommended,
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ["error", 12],
    },
  },
  {
    files: ["**/*.tsx"],
    extends: [hooks.configs.flat.recommended],
    rules: {
      "max-lines": ["error", { max: 250, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 120, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ["core/**/*.ts"],
    rules: {
      "no-restricted-syntax": ["error", ...impure],
      "max-lines": ["error", { max: 250, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
      complexity: ["error", 10],
    },
  },
  {
    // A mechanism is mostly data: its signs and answers with the sentence that justifies each.
    files: ["core/mechanisms/*.ts"],
    rules: { "max-lines-per-function": ["error", { max: 70, skipBlankLines: true, skipComments: true }] },
  },
  { files: ["core/invariant.ts"], rules: { "no-restricted-syntax": "off" } },
  {
    files: ["tests/**/*.ts", "tests/**/*.tsx"],
    rules: {
      "max-lines-per-function": "off",
      "max-lines": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
  {
    // Whatever a pattern is given, it takes time in proportion. The server and every importer match text of strangers.
    files: ["**/*.ts", "**/*.tsx", "**/*.mjs"],
    ignores: ["tests/**"],
    plugins: { regexp },
    rules: {
      "regexp/no-super-linear-backtracking": ["error", { report: "potential" }],
      "regexp/no-super-linear-move": ["error", { report: "potential", ignorePartial: false }],
    },
  },
  {
    files: ["**/*.mjs"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        URL: "readonly",
        setTimeout: "readonly",
        setInterval: "readonly",
        clearInterval: "readonly",
      },
    },
  },
);
