import tseslint from "typescript-eslint";
import { LINTED } from "./eslint.config.mjs";

const PREFIX = "@typescript-eslint/";

const needsTypes = ([name]) =>
  name.startsWith(PREFIX) &&
  tseslint.plugin.rules[name.slice(PREFIX.length)].meta.docs.requiresTypeChecking === true;

const recommended = [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked];

/**
 * The rules that look beyond one file, which take longer than all others together. The check asks .oxlintrc.json for them,
 * and these here are asked once more in `npm test`: see docs/decisions/032-types-are-linted-natively-and-once-more.md.
 */
export default tseslint.config(LINTED, {
  files: ["**/*.ts", "**/*.tsx"],
  plugins: { "@typescript-eslint": tseslint.plugin },
  languageOptions: {
    parser: tseslint.parser,
    parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
  },
  rules: {
    ...Object.fromEntries(recommended.flatMap(({ rules }) => Object.entries(rules ?? {})).filter(needsTypes)),
    "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
    "@typescript-eslint/switch-exhaustiveness-check": "error",
  },
});
