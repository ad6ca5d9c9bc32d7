import AxeBuilder from "@axe-core/playwright";
import type { BrowserContextOptions, Page } from "@playwright/test";
import type { Person } from "../fixtures/people";
import { expect, test } from "../fixtures/test";
import { locate, SCREENS } from "./screens";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const NARROW = { width: 320, height: 700 };

/** What axe complains about, short enough to read in a failed test. */
async function complaints(page: Page, only?: readonly string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (only ? axe.withRules([...only]) : axe.withTags(RULES)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id}: ${target.join(" ")} (${failureSummary?.split("\n")[1]?.trim()})`,
    ),
  );
}

/** Full rules in one theme; the other can only differ in its colours. */
async function lookAt(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const light = await complaints(page);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  const dark = await complaints(page, ["color-contrast"]);
  return [...light, ...dark.map((complaint) => `dark: ${complaint}`)];
}

type Open = (viewer: Person, options?: BrowserContextOptions) => Promise<Page>;

async function open(pageOf: Open, anonymous: Page, viewer: Person | null, path: string): Promise<Page> {
  const page = viewer === null ? anonymous : await pageOf(viewer);
  await page.setViewportSize(DESK);
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeAttached();
  return page;
}

for (const [key, name] of SCREENS) {
  test(`${name}: axe finds nothing at 1440 and 390, light and dark; nothing scrolls sideways at 320`, async ({
    database,
    page: anonymous,
    pageOf,
    world,
  }) => {
    // Axe reads every element four times, and a board has as many lanes as the other tests have opened.
    test.slow();
    const { viewer, path } = await locate(key, database, world);
    const page = await open(pageOf, anonymous, viewer, path);
    expect(await lookAt(page), "1440").toEqual([]);
    await page.setViewportSize(PHONE);
    expect(await lookAt(page), "390").toEqual([]);
    await page.setViewportSize(NARROW);
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    await expect.poll(width).toBeLessThanOrEqual(NARROW.width);
  });
}
