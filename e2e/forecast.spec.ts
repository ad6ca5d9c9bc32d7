import type { Page } from "@playwright/test";
import { dateInZone, DEFAULT_ZONE } from "@/lib/express-entry/timing/zone";
import { parseDateText } from "@/lib/format/date-text";
import { newId } from "@/lib/ids/id";
import { lifeUntil } from "@/lib/testing/profile-two";
import type { CaseFile } from "./fixtures/cases";
import type { TestDatabase } from "./fixtures/database";
import type { Person } from "./fixtures/people";
import { addProfileTwoCase } from "./fixtures/profile-two";
import { expect, sessionCookie, test } from "./fixtures/test";
import { shownScore } from "./steps/facts";

/** A file whose two Canadian years are just done, so that the months to come have much to say. */
function addFile(database: TestDatabase, owner: Person): Promise<CaseFile> {
  const life = lifeUntil(dateInZone(new Date(), DEFAULT_ZONE));
  return addProfileTwoCase(database, { owner, name: ["Minh", `Forecast${newId().slice(0, 5)}`], life });
}

const scenarios = (page: Page) =>
  page.getByRole("table", { name: /^The file as it stands and its scenarios/ });
const chart = (page: Page) => page.getByRole("img", { name: /^CRS over the 24 months/ });

test("a consultant tries CELPIP 10, sees twelve points, and keeps it as a scenario", async ({
  database,
  pageOf,
  world,
}) => {
  const file = await addFile(database, world.C1);
  const page = await pageOf(world.C1);
  await page.goto(`/cases/${file.number}/assessment`);
  await page.getByRole("link", { name: "What-if and forecast" }).click();
  await expect(page.getByRole("heading", { name: /today/ })).toBeVisible();

  await page.getByRole("button", { name: /^English/ }).click();
  const panel = page.getByRole("group", { name: "English" });
  await panel.getByLabel("All four abilities").selectOption({ label: "CLB 10 or more" });
  await panel.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/\?english=10$/);

  const tried = scenarios(page).getByRole("row", { name: /CELPIP 10 in all four/ });
  await expect(tried).toContainText("not kept yet");
  await expect(tried.getByRole("cell", { name: "+12", exact: true })).toBeVisible();
  await expect(chart(page)).toContainText("CELPIP 10");

  await page.getByRole("button", { name: "Save as scenario" }).click();
  const save = page.getByRole("form", { name: "Save as scenario" });
  await save.getByLabel("Name").fill("English again");
  await save.getByRole("button", { name: "Save" }).click();
  const kept = scenarios(page).getByRole("row", { name: /English again/ });
  await expect(kept.getByRole("cell", { name: "+12", exact: true })).toBeVisible();
  await expect(page).toHaveURL(/\/assessment\/forecast$/);

  await page.getByRole("button", { name: "Rename or remove English again" }).click();
  await page.getByRole("button", { name: "Remove this scenario" }).click();
  await expect(kept).toHaveCount(0);
});

test("every figure of the table beside the chart is the verdict's own of that day", async ({
  database,
  pageOf,
  world,
}) => {
  test.setTimeout(180_000);
  const file = await addFile(database, world.C1);
  const page = await pageOf(world.C1);
  await page.goto(`/cases/${file.number}/assessment/forecast`);
  await page.getByText("As a table: every date").click();
  const table = page.getByRole("table", { name: /^The forecast by date/ });
  await expect(table).toBeVisible();
  const rows = await table
    .locator("tbody tr:not(:has(th))")
    .evaluateAll((found) =>
      found.map((row) => [...row.querySelectorAll("td")].slice(0, 2).map((cell) => cell.textContent.trim())),
    );
  expect(rows.length).toBeGreaterThan(3);
  for (const [date = "", score] of rows) {
    await page.goto(`/cases/${file.number}/assessment?on=${parseDateText(date) ?? ""}`);
    expect([date, String(await shownScore(page))]).toEqual([date, score]);
  }
});

test("everything is reached with the keyboard alone, and an improvement joins what is tried", async ({
  database,
  pageOf,
  world,
}) => {
  const file = await addFile(database, world.C1);
  const page = await pageOf(world.C1);
  await page.goto(`/cases/${file.number}/assessment/forecast`);
  const french = page.getByRole("button", { name: /^French/ });
  await french.focus();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("group", { name: "French" });
  await expect(panel).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(panel.getByLabel("All four abilities")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(french).toBeFocused();

  const plus = page.getByRole("link", { name: "Try Provincial nomination" });
  await plus.focus();
  await page.keyboard.press("Enter");
  await expect(scenarios(page).getByRole("row", { name: /Provincial nomination/ })).toContainText(
    "not kept yet",
  );
  await expect(page.getByRole("link", { name: "Take Provincial nomination out again" })).toBeVisible();
});

test("before any script the form of the page is enough to try a change", async ({
  browser,
  database,
  world,
}) => {
  const file = await addFile(database, world.C1);
  const context = await browser.newContext({ javaScriptEnabled: false });
  await context.addCookies([sessionCookie(world.sessions.C1)]);
  const page = await context.newPage();
  await page.goto(`/cases/${file.number}/assessment/forecast`);
  await page.getByRole("button", { name: /^Nomination/ }).click();
  const panel = page.getByRole("group", { name: "Nomination" });
  await panel.getByLabel("Province or territory").selectOption({ label: "Ontario" });
  await panel.getByRole("button", { name: "Show" }).click();
  await expect(scenarios(page).getByRole("row", { name: /Provincial nomination/ })).toBeVisible();
  await context.close();
});

test("no two words of the chart lie on each other, and on a phone it scrolls in its own box", async ({
  database,
  pageOf,
  world,
}) => {
  const file = await addFile(database, world.C1);
  for (const width of [1440, 390]) {
    const page = await pageOf(world.C1, { viewport: { width, height: 900 } });
    await page.goto(`/cases/${file.number}/assessment/forecast?english=10&nomination=ON&french=7`);
    await expect(chart(page)).toBeVisible();
    const overlapping = await chart(page).evaluate((svg) => {
      const words = [...svg.querySelectorAll("text")].map((text) => ({
        text: text.textContent,
        box: text.getBoundingClientRect(),
      }));
      return words.flatMap(({ text, box }, index) =>
        words
          .slice(index + 1)
          // A pixel of the line's own spacing is no overlap.
          .filter(
            ({ box: other }) =>
              box.left + 1 < other.right &&
              other.left + 1 < box.right &&
              box.top + 2 < other.bottom &&
              other.top + 2 < box.bottom,
          )
          .map((other) => [text, other.text]),
      );
    });
    expect(overlapping).toEqual([]);
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(width);
    await page.close();
  }
});
