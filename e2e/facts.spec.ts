import type { Page } from "@playwright/test";
import { newId } from "@/lib/ids/id";
import { addCase, type CaseFile } from "./fixtures/cases";
import type { TestDatabase } from "./fixtures/database";
import { addPerson, type Person } from "./fixtures/people";
import { expect, test } from "./fixtures/test";
import { fillFields, saveFact } from "./steps/facts";

interface OpenFile {
  owner: Person;
  file: CaseFile;
  jobId: string;
}

/** A file whose facts are open, with a job that goes on since 2024 and an address since birth. */
async function openFile(database: TestDatabase): Promise<OpenFile> {
  const owner = await addPerson(database, { name: "Fact Keeper", role: "consultant" });
  const file = await addCase(database, { owner, name: ["Ines", "Faits"] });
  const { caseId, clientId, principalId } = file;
  const jobId = newId();
  await database.rows("update case_file set stage = 'ASSESSMENT' where id = $1", [caseId]);
  await database.rows(
    `insert into job (id, case_id, client_id, person_id, employer, title, noc_code, country, hours_per_week, from_date,
       authorized, during_full_time_study)
     values ($1, $2, $3, $4, 'Halden Systems', 'Software engineer', '21231', 'CA', 37.5, '2024-06-03', true, false)`,
    [jobId, caseId, clientId, principalId],
  );
  await database.rows(
    `insert into address (id, case_id, client_id, person_id, country, city, from_date)
     values ($1, $2, $3, $4, 'CA', 'Toronto', '1995-03-12')`,
    [newId(), caseId, clientId, principalId],
  );
  return { owner, file, jobId };
}

const assessment = ({ number }: CaseFile, edit = "") =>
  `/cases/${number}/assessment${edit === "" ? "" : `?edit=${edit}`}`;

const panelOf = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
/** Where the open form stands: saving, saved, not saved. */
const stateOf = (page: Page, panel: string) =>
  panelOf(page, panel).locator("form").getByRole("status").last();

const jobOf = (database: TestDatabase, id: string) =>
  database.row<{ hours: string; noc_code: string | null; version: number }>(
    "select hours_per_week::text as hours, noc_code, version from job where id = $1",
    [id],
  );

test("a fact is saved when its field is left, and its history says what it said before", async ({
  database,
  pageOf,
}) => {
  const { owner, file, jobId } = await openFile(database);
  const page = await pageOf(owner);
  await page.goto(assessment(file, `job.${jobId}`));
  const panel = panelOf(page, "Change this job");
  await panel.getByLabel("Hours a week", { exact: true }).fill("20");
  await page.keyboard.press("Tab");
  await expect(stateOf(page, "Change this job")).toHaveText(/^Saved \d\d:\d\d$/);
  expect(await jobOf(database, jobId)).toMatchObject({ hours: "20.00", version: 2 });
  // The form stays open, and a second change goes on from the first.
  await panel.getByLabel("Hours a week", { exact: true }).fill("25");
  await page.keyboard.press("Tab");
  await expect(panel.locator('input[name="version"]').first()).toHaveValue("3");
  expect((await jobOf(database, jobId)).hours).toBe("25.00");
  await panel.getByText("History", { exact: true }).click();
  const history = panel.getByRole("listitem").filter({ hasText: "Hours a week" });
  await expect(history.first()).toContainText("20");
  await expect(history.first()).toContainText("25");
  await expect(panel.getByText(/Fact Keeper/).first()).toBeVisible();
  // What it said before can be put back: it stands in the field, and is saved when it is asked for.
  await panel.getByRole("link", { name: "Put back Hours a week: 37.5" }).click();
  await expect(panel.getByLabel("Hours a week", { exact: true })).toHaveValue("37.5");
  await saveFact(page, "Change this job");
  expect(await jobOf(database, jobId)).toMatchObject({ hours: "37.50", version: 4 });
});

test("what cannot be saved yet is said quietly, stays in its field, and is saved with the rest", async ({
  database,
  pageOf,
}) => {
  const { owner, file } = await openFile(database);
  const page = await pageOf(owner);
  await page.goto(assessment(file, `person.${file.principalId}`));
  const panel = panelOf(page, "Change this person");
  await panel.getByLabel("Passport", { exact: true }).fill("P1234567");
  await page.keyboard.press("Tab");
  await expect(stateOf(page, "Change this person")).toContainText("Not saved: A passport needs its number");
  await expect(panel.getByLabel("Passport", { exact: true })).toHaveValue("P1234567");
  await expect(panel.getByRole("alert")).toHaveCount(0);
  await panel.getByLabel("Passport of").selectOption({ label: "India" });
  await panel.getByLabel("Passport ends").fill("1 Jan 2031");
  await page.keyboard.press("Tab");
  await expect(stateOf(page, "Change this person")).toHaveText(/^Saved \d\d:\d\d$/);
  const stored = await database.row("select passport_number, passport_country from person where id = $1", [
    file.principalId,
  ]);
  expect(stored).toEqual({ passport_number: "P1234567", passport_country: "IN" });
});

test("a new fact that is not finished is kept in the tab, and offered again", async ({
  database,
  pageOf,
}) => {
  const { owner, file } = await openFile(database);
  const page = await pageOf(owner);
  const form = assessment(file, `job.new.${file.principalId}`);
  await page.goto(form);
  await fillFields(page, "A job", { "Job title": "Baker", Employer: "Good Bread", Paid: false });
  await expect(stateOf(page, "A job")).toContainText("Kept in this tab");
  await page.reload();
  const panel = panelOf(page, "A job");
  await expect(panel.getByLabel("Employer", { exact: true })).toHaveValue("");
  await panel.getByRole("button", { name: /^Continue what you typed at \d\d:\d\d$/ }).click();
  await expect(panel.getByLabel("Employer", { exact: true })).toHaveValue("Good Bread");
  await expect(panel.getByLabel("Job title", { exact: true })).toHaveValue("Baker");
  await expect(panel.getByLabel("Paid", { exact: true })).not.toBeChecked();
  const count = () => database.rows("select 1 from job where case_id = $1", [file.caseId]);
  expect(await count()).toHaveLength(1);
  await fillFields(page, "A job", { Country: "India", From: "1 Feb 2020", To: "31 Jan 2021" });
  await fillFields(page, "A job", { "Hours a week": "40" });
  await panel.getByRole("button", { name: "Save", exact: true }).click();
  // The form goes when its answer has come, and with it what the tab has kept.
  await expect(panel.getByLabel("Employer", { exact: true })).toHaveCount(0);
  expect(await count()).toHaveLength(2);
  // Saved is saved: nothing is offered the next time.
  await page.goto(form);
  await expect(panel.getByLabel("Employer", { exact: true })).toBeVisible();
  await expect(panel.getByRole("button", { name: /Continue what you typed/ })).toHaveCount(0);
});

test("an occupation is found in French by keyboard alone, with its TEER", async ({ database, pageOf }) => {
  const { owner, file, jobId } = await openFile(database);
  const page = await pageOf(owner);
  await page.goto(`${assessment(file, `job.${jobId}`)}&field=nocCode`);
  const field = panelOf(page, "Change this job").getByRole("combobox", { name: "Occupation" });
  await expect(field).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("infirmiere autorisee");
  const hit = page.getByRole("option", { name: /31301/ });
  await expect(hit).toContainText("TEER 1, skilled");
  await expect(hit).toHaveAttribute("data-highlighted", "");
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue(/^31301 Registered nurses/);
  await expect(panelOf(page, "Change this job")).toContainText("TEER 1, skilled");
  await expect(stateOf(page, "Change this job")).toHaveText(/^Saved \d\d:\d\d$/);
  // What was typed on the way may have been saved too, and said so, before the choice was.
  await expect.poll(async () => (await jobOf(database, jobId)).noc_code).toBe("31301");
});

test("the drawing names a gap, and its link opens the form with the days of the gap", async ({
  database,
  pageOf,
}) => {
  const { owner, file } = await openFile(database);
  const page = await pageOf(owner);
  await database.rows("update address set from_date = '2020-07-01' where case_id = $1", [file.caseId]);
  await database.rows(
    `insert into address (id, case_id, client_id, person_id, country, city, from_date, to_date)
     values ($1, $2, $3, $4, 'IN', 'Pune', '1995-03-12', '2020-05-30')`,
    [newId(), file.caseId, file.clientId, file.principalId],
  );
  await page.goto(assessment(file));
  const card = panelOf(page, "Ten years to account for");
  const gap = card.getByRole("listitem").filter({ hasText: "No address" });
  await expect(gap).toContainText("No address 31 May 2020 to 30 Jun 2020, 31 days");
  await expect(card.getByRole("img", { name: /Gaps: 2/ })).toBeVisible();
  await gap.getByRole("link", { name: "Add an address" }).click();
  const panel = panelOf(page, "An address");
  await expect(panel.getByLabel("From", { exact: true })).toHaveValue("31 May 2020");
  await expect(panel.getByLabel("To", { exact: true })).toHaveValue("30 Jun 2020");
  await panel.getByLabel("Country", { exact: true }).selectOption({ label: "India" });
  await saveFact(page, "An address");
  await expect(gap).toHaveCount(0);
});

test("of two people who change different facts at once both are kept; of the same one the second decides", async ({
  database,
  pageOf,
}) => {
  const { owner, file } = await openFile(database);
  const [first, second] = [await pageOf(owner), await pageOf(owner)];
  for (const page of [first, second]) {
    await page.goto(assessment(file, `person.${file.principalId}`));
    await expect(page.getByLabel("Other names")).toBeVisible();
  }
  const stored = () =>
    database.row<{ other_names: string | null; citizenship: string | null }>(
      "select other_names, citizenship from person where id = $1",
      [file.principalId],
    );
  await first.getByLabel("Citizenship", { exact: true }).selectOption({ label: "India" });
  await expect(stateOf(first, "Change this person")).toHaveText(/^Saved \d\d:\d\d$/);
  await second.getByLabel("Other names").fill("Inès");
  await second.keyboard.press("Tab");
  await expect(stateOf(second, "Change this person")).toHaveText(/^Saved \d\d:\d\d$/);
  expect(await stored()).toEqual({ other_names: "Inès", citizenship: "IN" });
  await expect(second.getByLabel("Citizenship", { exact: true })).toHaveValue("IN");
  // The first one still has the old version, and now the same field.
  await first.getByLabel("Other names").fill("Agnès");
  await first.keyboard.press("Tab");
  const panel = panelOf(first, "Change this person");
  await expect(panel.getByRole("alert")).toContainText("It now says: Inès.");
  await expect(panel.getByRole("alert")).not.toContainText(/accompanying|yes/);
  await expect(first.getByLabel("Other names")).toHaveValue("Agnès");
  expect((await stored()).other_names).toBe("Inès");
  await panel.getByRole("button", { name: "Save", exact: true }).click();
  await expect(panel).toHaveCount(0);
  expect((await stored()).other_names).toBe("Agnès");
});
