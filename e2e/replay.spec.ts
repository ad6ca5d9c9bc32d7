import { readFile } from "node:fs/promises";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { dateInZone, DEFAULT_ZONE } from "@/lib/express-entry/timing/zone";
import { formatDate } from "@/lib/format/dates";
import { addCase } from "./fixtures/cases";
import type { TestDatabase } from "./fixtures/database";
import { addPerson, type Person } from "./fixtures/people";
import { addPoolCase, copyFacts } from "./fixtures/pool";
import { expect, test } from "./fixtures/test";
import { matchRow } from "./steps/pool";

const today = () => dateInZone(new Date(), DEFAULT_ZONE);

/** A file in the pool whose facts CEC takes. */
async function addCandidate(
  database: TestDatabase,
  owner: Person,
  name: [string, string],
  submittedAt: Date,
) {
  const source = await addCase(database, { owner, name: ["Source", name[1]] });
  const { caseId, clientId, principalId } = source;
  for (const table of ["job", "language_test", "credential", "address"]) {
    await database.rows(`delete from ${table} where case_id = $1`, [caseId]);
  }
  await database.rows(
    "update person set birth_date = current_date - interval '30 years 10 days', marital_status = 'single', status_in_canada = 'worker' where id = $1",
    [principalId],
  );
  await database.rows("update family_fact set intended_province = 'ON' where case_id = $1", [caseId]);
  await database.rows(
    `insert into job (id, case_id, client_id, person_id, employer, title, noc_code, country, hours_per_week, from_date, authorized, during_full_time_study)
     values (gen_random_uuid(), $1, $2, $3, 'Halden Systems', 'Software engineer', '21231', 'CA', 37.5, current_date - 900, true, false)`,
    [caseId, clientId, principalId],
  );
  await database.rows(
    `insert into language_test (id, case_id, client_id, person_id, kind, taken_on, listening, reading, writing, speaking)
     values (gen_random_uuid(), $1, $2, $3, 'celpip_general', current_date - 300, 9, 9, 9, 9)`,
    [caseId, clientId, principalId],
  );
  const file = await addPoolCase(database, { owner, name, score: 400, submittedAt });
  await copyFacts(database, caseId, file);
  return file;
}

test("a round is recorded, replayed, and its ITAs are recorded at once; who got none is noted", async ({
  database,
  pageOf,
}) => {
  const owner = await addPerson(database, { name: "Rhea Replay", role: "consultant" });
  const submittedAt = new Date(Math.floor(Date.now() / 1_000 - 30 * 86_400) * 1_000);
  const mark = Date.now().toString(36).slice(-5);
  const [ada, bo] = [`Ada${mark}`, `Bo${mark}`];
  await addCandidate(database, owner, ["Wanda", ada], submittedAt);
  await addCandidate(database, owner, ["Wanda", bo], submittedAt);
  const page = await pageOf(owner);

  await page.goto("/draws/new");
  const form = page.getByRole("form", { name: "Record a round" });
  // So long ago that nobody is told of it: other tests have clients in the pool too.
  await form.getByLabel("Date of the round").fill(addDays(today(), -20));
  await form.getByLabel("Who it was for").selectOption({ label: "Canadian Experience Class" });
  await form.getByLabel("Invitations issued").fill("8000");
  await form.getByLabel("Lowest CRS").fill("200");
  await form.getByRole("button", { name: "Record and match" }).click();
  await page.waitForURL((url) => /^\/draws\/(?!new)/.test(url.pathname));

  // The worker replays it; the page looks again until it has.
  const reached = "Clients this round reached, with no ITA recorded";
  await expect(matchRow(page, reached, `Wanda ${ada}`)).toContainText("points over");
  await expect(matchRow(page, reached, `Wanda ${bo}`)).toContainText("recorded 400");

  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV", exact: true }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe("replay.csv");
  const rows = (await readFile(await download.path(), "utf8")).split(/\r?\n/);
  expect(rows[0]).toContain("List,Client,File,Owner,CRS,Recorded CRS,Why");
  for (const name of [ada, bo]) {
    expect(rows).toContainEqual(
      expect.stringMatching(new RegExp(`^"Reached, no ITA recorded",Wanda ${name},.*,400,\\d+ points over,`)),
    );
  }

  await page.getByLabel(`Select Wanda ${bo}`).check();
  await page.getByRole("button", { name: "No ITA was sent" }).click();
  await expect(matchRow(page, reached, `Wanda ${bo}`)).toContainText("No invitation in the account");

  await page.getByLabel(`Select Wanda ${ada}`).check();
  await page.getByRole("button", { name: "Record 1 ITA" }).click();
  const invited = page.getByRole("table", { name: "Clients with an ITA of this round" });
  await expect(invited.getByRole("row", { name: new RegExp(`Wanda ${ada}`) })).toContainText("points over");
  await invited.getByRole("link", { name: new RegExp(`Wanda ${ada}`) }).click();
  await expect(page.getByRole("region", { name: "Invitation to apply" })).toContainText(
    formatDate(addDays(today(), 40)),
  );
});

test("the chart of a round gives way to its figures and comes back, without scripts as well", async ({
  contextOf,
  world,
}) => {
  const page = await (await contextOf(world.C1, { javaScriptEnabled: false })).newPage();
  await page.goto("/draws/390");
  const card = page.getByRole("region", { name: "Lowest score, this kind of round" });
  const chart = card.getByRole("img", { name: /^Lowest scores of \d+ rounds of this kind/ });
  await expect(chart).toBeVisible();
  await card.getByRole("link", { name: "Table", exact: true }).click();
  const figures = card.getByRole("table", { name: "Rounds of this kind, newest first" });
  await expect(figures.getByRole("row", { name: /this round/ })).toContainText("511");
  await expect(figures.getByRole("row", { name: /this round/ })).toContainText("8,000");
  await expect(chart).toHaveCount(0);
  await card.getByRole("link", { name: "Chart", exact: true }).click();
  await expect(chart).toBeVisible();
});

test("the pool says what each is short of and what comes next; the slider draws a line", async ({
  database,
  pageOf,
}) => {
  const owner = await addPerson(database, { name: "Pia Pool", role: "consultant" });
  const mark = Date.now().toString(36).slice(-5);
  const submittedAt = new Date(Math.floor(Date.now() / 1_000 - 340 * 86_400) * 1_000);
  await addCandidate(database, owner, ["Vera", mark], submittedAt);
  const page = await pageOf(owner);
  await page.goto("/pool");
  const row = page.getByRole("row", { name: new RegExp(mark) });
  await expect(row).toContainText("the profile’s year ends");
  const slider = page.getByRole("slider", { name: "If the cut-off were" });
  await slider.press("End");
  await expect(page.getByText("0 clients of 1 in")).toBeVisible();
  await page.getByRole("button", { name: "Draw the line" }).click();
  await expect(page).toHaveURL(/[?&]at=\d+/);
  await expect(page.getByRole("table", { name: "Clients in the pool, best first" })).toContainText(
    /Below \d+/,
  );
  await page.getByRole("link", { name: "Radar", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Score radar" })).toBeVisible();
});
