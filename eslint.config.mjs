import next from "eslint-config-next/core-web-vitals";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";
import * as restrict from "./lint/restrictions.mjs";

const TYPESCRIPT = ["**/*.{ts,tsx,mts}"];
const TESTS = ["**/*.test.{ts,tsx}", "e2e/**/*.ts", "lib/testing/**/*.ts"];
/** Files whose default export belongs to a framework or a tool. */
const FRAMEWORK_FILES = [
  "app/**/{page,layout,template,loading,error,global-error,not-found,global-not-found,forbidden,unauthorized,default}.tsx",
  "app/**/{manifest,robots,sitemap,icon,apple-icon}.{ts,tsx}",
  "*.config.{ts,mts}",
  "**/*.d.ts",
  "e2e/*-{setup,teardown}.ts",
  "lib/testing/*-setup.ts",
];

const banned = (...lists) => ({ "no-restricted-syntax": ["error", ...lists.flat()] });

export default defineConfig([
  globalIgnores([
    ".ci/**",
    ".data/**",
    ".next/**",
    ".test/**",
    "coverage/**",
    "drizzle/**",
    "playwright-report/**",
    "test-results/**",
    "next-env.d.ts",
  ]),
  ...next,
  {
    // A rule that can be switched off in a comment is not a rule: exceptions are written here.
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "off" },
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "error",
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx"], location: "start" }],
      "no-restricted-imports": ["error", restrict.bannedImports],
      "max-lines": ["error", { max: 300 }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      "import/no-anonymous-default-export": "off",
    },
  },
  {
    files: TYPESCRIPT,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-exports": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-import-type-side-effects": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unnecessary-boolean-literal-compare": "error",
      "@typescript-eslint/no-unnecessary-condition": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      "@typescript-eslint/ban-ts-comment": ["error", { "ts-expect-error": "allow-with-description" }],
      // An adapter may answer at once where its port allows waiting.
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowNever: true }],
      "@typescript-eslint/return-await": ["error", "error-handling-correctness-only"],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      ...banned(restrict.guarded, restrict.defaultExports),
    },
  },
  {
    // A component's length is mostly its markup.
    files: ["**/*.tsx"],
    rules: {
      "max-lines-per-function": ["error", { max: 120, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: FRAMEWORK_FILES, rules: banned(restrict.guarded) },
  {
    files: ["lib/db/schema/**/*.ts"],
    // drizzle is given one object with every table.
    rules: { "max-lines": "off", ...banned(restrict.guarded) },
  },
  {
    files: ["lib/clock/**/*.ts"],
    rules: banned(
      restrict.everywhere,
      restrict.environment,
      restrict.openedContexts,
      restrict.defaultExports,
    ),
  },
  {
    files: ["lib/ids/**/*.ts"],
    rules: banned(
      restrict.guarded.filter((rule) => !restrict.ambientChance.includes(rule)),
      restrict.defaultExports,
    ),
  },
  {
    // Run in the child process alone; a test makes the pictures that it is given.
    files: ["lib/encoding/**/*.ts", "lib/testing/noise-picture.ts", "e2e/fixtures/photos.ts"],
    rules: { "no-restricted-imports": ["error", restrict.bannedImportsButPictures] },
  },
  {
    files: ["lib/runtime/env.ts"],
    rules: banned(
      restrict.everywhere,
      restrict.ambientTime,
      restrict.openedContexts,
      restrict.defaultExports,
    ),
  },
  {
    files: ["lib/auth/**/*.ts", "lib/command/**/*.ts", "lib/jobs/**/*.ts"],
    rules: banned(restrict.everywhere, restrict.ambientTime, restrict.environment, restrict.defaultExports),
  },
  {
    // Command lines and the tools' configuration: a process has a clock, an environment and a terminal.
    files: ["scripts/**/*.{ts,mts}", "instrumentation.ts"],
    rules: { ...banned(restrict.everywhere, restrict.defaultExports), "no-console": "off" },
  },
  { files: ["*.config.{ts,mts}"], rules: banned(restrict.everywhere) },
  { files: ["**/*.{mjs,cjs,js}"], rules: { "no-console": "off" } },
  {
    // Journeys and harnesses run beside a live server. A unit test still takes its dates as data.
    files: ["e2e/**/*.ts", "lib/testing/**/*.ts"],
    rules: banned(restrict.everywhere, restrict.defaultExports),
  },
  {
    files: ["e2e/*-{setup,teardown}.ts", "lib/testing/*-setup.ts", "**/*.d.ts"],
    rules: banned(restrict.everywhere),
  },
  {
    files: TESTS,
    rules: {
      "max-lines-per-function": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
      // expect.any() and its siblings are typed any.
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/unbound-method": "off",
      // Fixtures of Playwright are called `use`.
      "react-hooks/rules-of-hooks": "off",
    },
  },
]);
