import type { Page } from "@playwright/test";
import { addCase } from "./fixtures/cases";
import type { TestDatabase } from "./fixtures/database";
import { addPoolCase } from "./fixtures/pool";
import { expect, test } from "./fixtures/test";

/**
 * Rules that begin years from now: whatever is activated here holds for nobody's scores of today, so that tests
 * beside this one keep their figures.
 */
const FUNDS_FROM = "2031-07-07";
const CRS_FROM = "2031-01-15";
const ON = "2031-08-01";

/** For what a busy machine may take long for; nothing is measured. */
const PATIENT = { timeout: 60_000 };

const mark = () => Date.now().toString(36).slice(-5);

/** Starts a draft from what is in force; leads to its form. */
async function startDraft(page: Page, kind: string, key: string, from: string): Promise<void> {
  await page.goto(`/settings/rules/new?kind=${kind}`);
  await page.getByLabel("Name").fill(key);
  await page.getByLabel("First day in force").fill(from);
  await page.getByRole("button", { name: "Start the draft" }).click();
  await page.waitForURL(/\/edit$/, PATIENT);
}

/** Saves the form, and goes to the page of the version once the draft is stored. */
async function save(page: Page, database: TestDatabase, key: string): Promise<void> {
  const stored = () =>
    database.row<{ version: number }>("select version from rule_table where key = $1", [key]);
  const { version } = await stored();
  await page.getByRole("button", { name: "Save the draft" }).click();
  await expect.poll(async () => (await stored()).version, PATIENT).toBe(version + 1);
  // The answer may still be on its way to the form, which would ask whether to leave.
  page.once("dialog", (dialog) => dialog.accept());
  await page.goto(page.url().replace(/\/edit$/, ""));
  await expect(page.getByRole("heading", { name: key })).toBeVisible();
}

async function activate(page: Page, key: string, source: string): Promise<void> {
  await page.getByRole("button", { name: "Activate…" }).click();
  const dialog = page.getByRole("dialog", { name: `Activate ${key}` });
  await expect(dialog).toContainText(/open files? will be scored anew/);
  await dialog.getByLabel("Source").fill(source);
  await dialog.getByRole("button", { name: `Activate ${key}` }).click();
  await expect(dialog).toBeHidden(PATIENT);
  await expect(page.getByRole("region", { name: key })).toContainText(source);
}

test("a settlement-funds table: entered, activated, and seen by a consultant on its first day", async ({
  database,
  pageOf,
  world,
}) => {
  test.setTimeout(180_000);
  const key = `POF-${mark()}`;
  const file = await addCase(database, { owner: world.C1, name: ["Farida", `Funds${mark()}`] });
  const administrator = await pageOf(world.A);
  await startDraft(administrator, "funds", key, FUNDS_FROM);
  await administrator.getByLabel("By family size, 1, Dollars").fill("a lot");
  await administrator.getByRole("button", { name: "Save the draft" }).click();
  await expect(administrator.getByRole("link", { name: /whole number/ })).toBeVisible();
  await expect(administrator.getByLabel("By family size, 1, Dollars")).toHaveValue("a lot");
  await administrator.getByLabel("By family size, 1, Dollars").fill("18,321");
  await save(administrator, database, key);
  await expect(administrator.getByText(/1 figure differs from/)).toBeVisible();
  await expect(administrator.getByRole("row", { name: /18,321/ })).toContainText(/was [\d,]+/);

  const consultant = await pageOf(world.C1);
  const assessment = `/cases/${file.number}/assessment?on=${ON}`;
  await consultant.goto(assessment);
  await expect(consultant.getByRole("region", { name: "Settlement funds" })).toContainText(/\$(?!18,321)\d/);
  await activate(administrator, key, "https://www.canada.ca/proof-of-funds");
  await consultant.goto(assessment);
  await expect(consultant.getByRole("region", { name: "Settlement funds" })).toContainText("$18,321");

  await consultant.goto("/settings/rules");
  await consultant.getByRole("link", { name: key }).click();
  await expect(consultant.getByRole("region", { name: key })).toContainText("From 7 Jul 2031");
  await expect(consultant.getByRole("button", { name: /Activate|Take out/ })).toHaveCount(0);
  // The last test's table would hold for the next run of this one.
  await administrator.reload();
  await administrator.getByRole("button", { name: "Take out of force…" }).click();
  await administrator.getByLabel("Why").fill("The test is over");
  await administrator.getByRole("button", { name: "Take out of force", exact: true }).click();
  await expect(administrator.getByRole("region", { name: key })).toContainText("Retired", PATIENT);
});

test("a CRS draft: compared over the pool before it is activated, and shown to a consultant after", async ({
  database,
  pageOf,
  world,
}) => {
  test.setTimeout(180_000);
  const key = `CRS-${mark()}`;
  const name: [string, string] = ["Selma", `Sibling${mark()}`];
  const file = await addPoolCase(database, {
    owner: world.C1,
    name,
    score: 400,
    submittedAt: new Date(Math.floor(Date.now() / 1000) * 1000 - 86_400_000),
  });
  await database.rows("update family_fact set sibling_in_canada = true where case_id = $1", [file.caseId]);
  const administrator = await pageOf(world.A);
  await startDraft(administrator, "crs", key, CRS_FROM);
  await administrator.getByLabel("Additional points, Sibling in Canada, Points").fill("40");
  await save(administrator, database, key);

  await administrator.getByRole("button", { name: "Who gains, who loses" }).click();
  await administrator.waitForURL(/\/compare$/, PATIENT);
  await expect(administrator.getByRole("link", { name: /Gain points/ })).toBeVisible(PATIENT);
  await administrator.getByRole("link", { name: /Gain points/ }).click();
  await administrator.waitForURL(/view=gains/);
  await expect(administrator.getByRole("row", { name: new RegExp(name.join(" ")) })).toContainText("+25");

  const consultant = await pageOf(world.C1);
  const sibling = consultant.getByRole("row", { name: /[Ss]ibling/ }).first();
  await consultant.goto(`/cases/${file.number}/assessment?on=${ON}`);
  await expect(sibling).toContainText("15");
  await administrator.getByRole("link", { name: key }).click();
  await activate(administrator, key, "Ministerial Instructions of 15 Jan 2031");
  await consultant.goto(`/cases/${file.number}/assessment?on=${ON}`);
  await expect(sibling).toContainText("40");
  // Today's rules are still today's.
  await consultant.goto(`/cases/${file.number}/assessment`);
  await expect(sibling).toContainText("15");

  await administrator.reload();
  await administrator.getByRole("button", { name: "Take out of force…" }).click();
  await administrator.getByLabel("Why").fill("The test is over");
  await administrator.getByRole("button", { name: "Take out of force", exact: true }).click();
  await expect(administrator.getByRole("region", { name: key })).toContainText("Retired", PATIENT);
});
