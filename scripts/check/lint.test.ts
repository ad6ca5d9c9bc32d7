import { ESLint, Linter } from "eslint";
import tseslint from "typescript-eslint";
import { describe, expect, test } from "vitest";

const eslint = new ESLint();

/** What the project's own bans say about a text, were it that file. Type-aware rules need a real file. */
async function bansOn(file: string, text: string): Promise<string[]> {
  const config = (await eslint.calculateConfigForFile(file)) as Linter.Config;
  const own = ["no-restricted-syntax", "no-restricted-imports"] as const;
  const rules = Object.fromEntries(own.map((rule) => [rule, config.rules?.[rule] ?? "off"]));
  const parserOptions = { ecmaFeatures: { jsx: file.endsWith("x") } };
  const only: Linter.Config = {
    files: ["**/*.ts", "**/*.tsx"],
    languageOptions: { parser: tseslint.parser, parserOptions },
    rules,
  };
  const found = new Linter().verify(text, [only], file);
  const broken = found.find(({ ruleId }) => ruleId === null);
  if (broken !== undefined) throw new Error(broken.message);
  return found.map(({ message }) => message);
}

describe("bans in a module", () => {
  test.each([
    ["new Date()"],
    ["Date.now()"],
    ["Math.random()"],
    ["process.env.PORT"],
    ["sql.raw(order)"],
    ["sql.identifier(column)"],
    ["total.as(name)"],
    ["total.as(`${name}`)"],
    ["enum Colour { Red }"],
    ["export default 1"],
    ['export * from "./rules"'],
    ['import "next-auth/middleware"'],
    ['import sharp from "sharp"'],
    ["ActorContext.open(pools, deps, caller, mode, work)"],
  ])("%s", async (text) => {
    expect(await bansOn("lib/cases/queries.ts", text)).not.toEqual([]);
  });

  test.each([
    ["new Date(instant)"],
    ['total.as("total")'],
    ["export const sum = 1"],
    ["const x = y as const"],
  ])("%s is allowed", async (text) => {
    expect(await bansOn("lib/cases/queries.ts", text)).toEqual([]);
  });
});

describe("the exceptions", () => {
  test.each([
    ["lib/clock/clock.ts", "new Date()"],
    ["lib/ids/id.ts", "Math.random()"],
    ["lib/runtime/env.ts", "process.env.PORT"],
    ["lib/auth/reading.ts", "ActorContext.open(pools, deps, caller, mode, work)"],
    ["app/(staff)/cases/page.tsx", "export default function Page() { return null; }"],
    ["scripts/start.ts", "process.env.PORT ?? Date.now()"],
    ["e2e/specs/journey.spec.ts", "Date.now()"],
  ])("%s may say %s", async (file, text) => {
    expect(await bansOn(file, text)).toEqual([]);
  });

  test.each([
    ["lib/clock/clock.ts", "process.env.TZ"],
    ["lib/ids/id.ts", "new Date()"],
    ["lib/runtime/env.ts", "Math.random()"],
    ["lib/cases/rules.test.ts", "new Date()"],
    ["app/(staff)/cases/page.tsx", "Date.now()"],
    ["app/(staff)/cases/case-list.tsx", "export default 1"],
    ["components/ui/prose.tsx", "<p dangerouslySetInnerHTML={html} />"],
    ["scripts/seed.ts", "Math.random()"],
    ["lib/cases/rules.test.ts", "test.skip()"],
    ["e2e/specs/journey.spec.ts", "await page.waitForTimeout(500)"],
  ])("%s may not say %s", async (file, text) => {
    expect(await bansOn(file, text)).not.toEqual([]);
  });

  test("no rule can be switched off in a comment", async () => {
    const config = (await eslint.calculateConfigForFile("lib/cases/queries.ts")) as Linter.Config;
    expect(config.linterOptions?.noInlineConfig).toBe(true);
  });
});
