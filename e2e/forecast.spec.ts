import type { Page } from "@playwright/test";
import { addDays, addYears, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { dateInZone, DEFAULT_ZONE } from "@/lib/express-entry/timing/zone";
import { parseDateText } from "@/lib/format/date-text";
import { newId } from "@/lib/ids/id";
import { addCase, type CaseFile } from "./fixtures/cases";
import type { TestDatabase } from "./fixtures/database";
import { expect, sessionCookie, test } from "./fixtures/test";
import { shownScore } from "./steps/facts";

const today = () => dateInZone(new Date(), DEFAULT_ZONE);

/** Single, 30, Canadian bachelor's, CELPIP 9, two Canadian years and going on. */
function life(on: IsoDate) {
  return { born: addDays(addYears(on, -30), -200), since: addDays(on, -800), tested: addDays(on, -10) };
}

async function addFile(database: TestDatabase, owner: CaseFile["owner"]): Promise<CaseFile> {
  const file = await addCase(database, { owner, name: ["Minh", `Forecast${newId().slice(0, 5)}`] });
  const { born, since, tested } = life(today());
  const key = [file.caseId, file.clientId, file.principalId];
  await database.rows("update case_file set stage = 'ASSESSMENT' where id = $1", [file.caseId]);
  await database.rows("update person set birth_date = $2 where id = $1", [file.principalId, born]);
  await database.rows(
    "update family_fact set intended_province = 'ON', sibling_in_canada = false where case_id = $1",
    [file.caseId],
  );
  await database.rows(
    `insert into job (id, case_id, client_id, person_id, employer, title, noc_code, country, hours_per_week, from_date,
       authorized, during_full_time_study)
     values ($5, $1, $2, $3, 'Halden', 'Engineer', '21231', 'CA', 37.5, $4, true, false)`,
    [...key, since, newId()],
  );
  await database.rows(
    `insert into language_test (id, case_id, client_id, person_id, kind, taken_on, listening, reading, writing, speaking)
     values ($5, $1, $2, $3, 'celpip_general', $4, 9, 9, 9, 9)`,
    [...key, tested, newId()],
  );
  await database.rows(
    `insert into credential (id, case_id, client_id, person_id, level, institution, country, program_months, from_date,
       awarded_on)
     values ($4, $1, $2, $3, 'bachelor_or_three_plus_year', 'York University', 'CA', 48, '2018-09-01', '2022-06-01')`,
    [...key, newId()],
  );
  return file;
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
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await page.close();
  }
});
