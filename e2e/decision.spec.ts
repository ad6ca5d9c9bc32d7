import type { Page } from "@playwright/test";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { dateInZone, DEFAULT_ZONE } from "@/lib/express-entry/timing/zone";
import { formatDate } from "@/lib/format/dates";
import { newId } from "@/lib/ids/id";
import { addCase, type CaseFile } from "./fixtures/cases";
import type { TestDatabase } from "./fixtures/database";
import { addPoolCase } from "./fixtures/pool";
import { expect, test } from "./fixtures/test";
import { takeUpInvitation } from "./steps/pool";

/* Issue 4, points 6 and 7: accept or decline, and ready if invited. */

/** What makes a client eligible under CEC: a province, a test and two years of work that goes on. */
async function addFacts(database: TestDatabase, file: CaseFile): Promise<void> {
  const key = [file.caseId, file.clientId, file.principalId];
  await database.rows("update family_fact set intended_province = 'ON' where case_id = $1", [file.caseId]);
  await database.rows("update person set country_of_residence = 'CA' where id = $1", [file.principalId]);
  await database.rows(
    `insert into job (id, case_id, client_id, person_id, employer, title, noc_code, country, hours_per_week, from_date,
       authorized, during_full_time_study)
     values ($4, $1, $2, $3, 'Halden', 'Engineer', '21231', 'CA', 37.5, current_date - 800, true, false)`,
    [...key, newId()],
  );
  await database.rows(
    `insert into language_test (id, case_id, client_id, person_id, kind, taken_on, listening, reading, writing, speaking)
     values ($4, $1, $2, $3, 'celpip_general', current_date - 100, 9, 9, 9, 9)`,
    [...key, newId()],
  );
}

/** A case whose invitation nobody has decided about. */
async function addInvited(database: TestDatabase, owner: CaseFile["owner"]): Promise<CaseFile> {
  const file = await addCase(database, { owner, name: ["Aiko", `Invited${newId().slice(0, 5)}`] });
  await database.rows("update case_file set stage = 'ITA_RECEIVED' where id = $1", [file.caseId]);
  await addFacts(database, file);
  return file;
}

const profileOf = (database: TestDatabase, { caseId }: CaseFile) =>
  database.row<{ id: string; status: string; submitted_at: Date }>(
    "select id, status, submitted_at from express_entry_profile where case_id = $1",
    [caseId],
  );

const way = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

test("an invitation is weighed on both days and declined: the same profile is in the pool again", async ({
  database,
  pageOf,
  world,
}) => {
  const file = await addInvited(database, world.C1);
  const before = await profileOf(database, file);
  const page = await pageOf(world.C1);
  await page.goto(`/cases/${file.number}/overview`);
  await page.getByRole("link", { name: "Accept or decline" }).click();

  const today = dateInZone(new Date(), DEFAULT_ZONE);
  await expect(way(page, "Accept, prepare and submit")).toContainText("days left; our own target is");
  await expect(way(page, "Decline and return to the pool")).toContainText("Keeps its instant");
  await expect(way(page, "Let it lapse")).toContainText("can never be invited again");
  const holds = page.getByRole("table", { name: /^Work, tests, assessments and funds/ });
  await expect(holds.getByRole("row", { name: /^CELPIP/ })).toContainText("last day");
  await expect(holds.getByRole("row", { name: /^Settlement funds/ })).toContainText(
    "Exempt: invited under CEC",
  );

  await page.getByRole("link", { name: /^Today, / }).click();
  await expect(page).toHaveURL(/\?on=\d{4}-\d{2}-\d{2}$/);
  await expect(page.getByText(`Judged for an application received on ${formatDate(today)}`)).toBeVisible();

  await page.getByRole("button", { name: "Decline…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Why it is declined").fill("A better score is three weeks away");
  await dialog.getByRole("button", { name: "Decline the invitation" }).click();
  const decisions = page.getByRole("region", { name: "Decisions" });
  await expect(decisions).toContainText("Declined, back to the pool");
  await expect(decisions).toContainText("A better score is three weeks away");
  await expect(decisions).toContainText("Score 519 at the invitation");
  await expect(page.getByText("No invitation is open")).toBeVisible();
  expect(await profileOf(database, file)).toEqual({ ...before, status: "live" });
});

test("an invitation is accepted with a reason, which stays with its figures", async ({
  database,
  pageOf,
  world,
}) => {
  const file = await addInvited(database, world.C1);
  const page = await pageOf(world.C1);
  await takeUpInvitation(page, file.number, "Every proof holds to day 60");
  await page.getByRole("link", { name: "Decision on the invitation" }).click();
  await expect(page.getByText("Every proof holds to day 60")).toBeVisible();
  await expect(page.getByRole("form", { name: "Accept the invitation" })).toHaveCount(0);
});

test("the pool as if invited on a day: what is there, what takes longest, and a lead time of the firm's own", async ({
  database,
  pageOf,
  world,
}) => {
  const name: [string, string] = ["Nils", `Ready${newId().slice(0, 5)}`];
  const submittedAt = new Date(Date.now() - 30 * 86_400_000);
  const file = await addPoolCase(database, { owner: world.C1, name, score: 512, submittedAt });
  await addFacts(database, file);
  const page = await pageOf(world.C1);
  await page.goto("/pool/ready");
  const row = page.getByRole("row", { name: new RegExp(file.client.name) });
  await expect(row).toContainText(/\d+ of \d+/);
  const later = addDays(dateInZone(new Date(), DEFAULT_ZONE), 30);
  await page.goto(`/pool/ready?on=${later}`);
  await expect(page.getByText(`As if invited on ${formatDate(later)}`)).toBeVisible();
  await row.getByText(/usually \d+ days/).click();
  await expect(row).toContainText("Reference letter, Halden");

  const settings = await pageOf(world.A);
  await settings.goto("/settings/lead-times");
  const form = settings.getByRole("form", { name: "Set a lead time" });
  await form.getByLabel("Document").selectOption({ label: "Police certificate" });
  await form.getByLabel("Country").selectOption({ label: "Iceland" });
  await form.getByLabel("Usual days").fill("77");
  await form.getByLabel("Where the figure comes from").fill("Two files of 2025");
  await form.getByRole("button", { name: "Set", exact: true }).click();
  const police = settings.getByRole("row", { name: /^Police certificate/ });
  await expect(police).toContainText("Iceland: 77 days");
  await expect(police).toContainText("Two files of 2025");
});
