import type { Locator, Page } from "@playwright/test";
import { newId } from "@/lib/ids/id";
import { addCase, type CaseFile } from "./fixtures/cases";
import type { TestDatabase } from "./fixtures/database";
import type { Person } from "./fixtures/people";
import { expect, test } from "./fixtures/test";
import { fillFields, saveFact } from "./steps/facts";

/* Issue 5, points 1, 2, 3 and 5: the checklist follows the facts and the firm's template; police certificates; validity. */

/** A case in preparation that has lived in Canada for the last years. */
async function addPrepared(database: TestDatabase, owner: Person): Promise<CaseFile> {
  const file = await addCase(database, { owner, name: ["Ines", `Listed${newId().slice(0, 5)}`] });
  await database.rows(
    `insert into address (id, case_id, client_id, person_id, country, from_date)
     values ($4, $1, $2, $3, 'CA', '2022-09-01')`,
    [file.caseId, file.clientId, file.principalId, newId()],
  );
  return file;
}

const checklist = ({ number }: CaseFile) => `/cases/${number}/checklist`;
const table = (page: Page): Locator => page.getByRole("table", { name: "Checklist by person" });
const line = (page: Page, title: string | RegExp): Locator =>
  table(page)
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: title, exact: true }) });

async function compare(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Compare with the facts" }).click();
  await expect(page.getByText("The checklist follows the facts again").first()).toBeVisible();
}

/** Invited as a nominee of Yukon: nobody else's, so that a template for it is seen in this file alone. */
async function nominate(database: TestDatabase, { caseId }: CaseFile): Promise<void> {
  await database.rows("update invitation set invitation_class = 'PNP' where case_id = $1", [caseId]);
  await database.rows(
    `update family_fact set nomination = '{"province": "YT", "enhanced": true, "confirmedOn": "2026-01-02",
       "acceptedOn": "2026-01-05", "certificateNumber": null, "expiresOn": null}' where case_id = $1`,
    [caseId],
  );
}

test("an item added by hand becomes the firm's, and an open file keeps its version until it takes the newer", async ({
  database,
  pageOf,
  world,
}) => {
  const [file, title] = [await addPrepared(database, world.C1), `Family book ${newId().slice(0, 6)}`];
  const other = await addPrepared(database, world.C1);
  for (const one of [file, other]) await nominate(database, one);
  const page = await pageOf(world.C1);
  await page.goto(checklist(other));
  await compare(page);
  await page.goto(checklist(file));
  await compare(page);
  await page.getByRole("button", { name: "Add item" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("What is needed").fill(title);
  await dialog.getByLabel("Why").fill("Yukon asks for it");
  await dialog.getByRole("button", { name: "Add it" }).click();
  await expect(line(page, title)).toBeVisible();

  const manager = await pageOf(world.M);
  await manager.goto(checklist(file));
  await manager.getByRole("button", { name: `More for ${title}` }).click();
  await manager.getByRole("menuitem", { name: "Add to the firm’s template…" }).click();
  const form = manager.getByRole("form", { name: "Add an item" });
  await expect(form.getByLabel("What is needed")).toHaveValue(title);
  await form.getByLabel("In which files").selectOption({ label: "Provincial nominees" });
  await form.getByLabel("Nominated by").selectOption({ label: "YT" });
  await form.getByLabel("What a good one is").fill("Every page, in colour");
  await form.getByLabel("Acceptance points").fill("Names the whole family");
  await form.getByRole("button", { name: "Save in the draft" }).click();
  const draft = manager.getByRole("region", { name: /^Draft of version \d+$/ });
  await draft.getByLabel("What is new in it").fill(`Asks for the ${title}`);
  await draft.getByRole("button", { name: /^Publish version \d+$/ }).click();
  const versions = manager.getByRole("table", { name: "Versions of the template" });
  await expect(versions).toContainText(`Asks for the ${title}`);

  // The file that never had it keeps what it was made with, and is told what taking it would add.
  await page.goto(checklist(other));
  await expect(
    page.getByText(new RegExp(`^Version \\d+ of the firm’s template is out: Asks for the ${title}$`)),
  ).toBeVisible();
  await expect(page.getByText(new RegExp(`^New: .*${title}`))).toBeVisible();
  await expect(line(page, title)).toHaveCount(0);
  await page.getByRole("button", { name: /^Take version \d+$/ }).click();
  await expect(line(page, title)).toBeVisible();
  await expect(page.getByText("of the firm’s template is out")).toHaveCount(0);
  await page.getByRole("button", { name: `More for ${title}` }).click();
  await page.getByRole("menuitem", { name: "What it has to be" }).click();
  const wanted = page.getByRole("dialog", { name: title });
  await expect(wanted).toContainText("Every page, in colour");
  await expect(wanted).toContainText("Names the whole family");

  // In the file it came from its line goes on, and is not asked for twice.
  await page.goto(checklist(file));
  await page.getByRole("button", { name: /^Take version \d+$/ }).click();
  await expect(page.getByText("of the firm’s template is out")).toHaveCount(0);
  await expect(line(page, title)).toHaveCount(1);
});

test("a gap in the history is named and mended; the new address adds a police certificate, and nothing received goes away", async ({
  database,
  pageOf,
  world,
}) => {
  const file = await addPrepared(database, world.C1);
  const page = await pageOf(world.C1);
  await page.goto(checklist(file));
  await compare(page);
  await expect(line(page, /^Police certificate/)).toHaveCount(0);
  const history = page.getByRole("region", { name: "Ten-year history" });
  const gap = history.getByRole("listitem").filter({ hasText: /^Gap, .*No address/ });
  await expect(gap).toContainText("31 Aug 2022");
  await gap.getByRole("link", { name: "Add an address" }).click();
  await fillFields(page, "An address", { Country: "India" });
  await saveFact(page, "An address");

  await page.goto(checklist(file));
  const police = line(page, "Police certificate, India");
  await expect(police).toContainText("Needs: after 31 Aug 2022");
  await expect(history.getByText(/No address/)).toHaveCount(0);
  const matrix = page.getByRole("region", { name: "Police certificates" }).last();
  await expect(matrix.getByRole("columnheader", { name: /^India/ })).toContainText("planned with");
  await expect(matrix.getByRole("row", { name: new RegExp(file.client.name) })).toContainText(
    "Issued after 31 Aug 2022",
  );

  await database.rows(
    "update requirement set state = 'received', received_at = now(), updated_at = now() where case_id = $1 and kind = 'police'",
    [file.caseId],
  );
  await database.rows("delete from address where case_id = $1 and country = 'IN'", [file.caseId]);
  await page.goto(checklist(file));
  await compare(page);
  await expect(police).toHaveCount(0);
  await page.getByText(/items? that the facts no longer call for/).click();
  await expect(
    page.getByText(/^Police certificate, India: .* What was received stays under Documents\.$/),
  ).toBeVisible();
  const kept = await database.row<{ state: string }>(
    "select state from requirement where case_id = $1 and kind = 'police' and no_longer_needed",
    [file.caseId],
  );
  expect(kept).toEqual({ state: "received" });
});

test("a waived document can be explained in a letter, and be needed after all", async ({
  database,
  pageOf,
  world,
}) => {
  const file = await addPrepared(database, world.C1);
  const page = await pageOf(world.C1);
  await page.goto(checklist(file));
  await compare(page);
  await page.getByRole("button", { name: "More for Upfront medical exam" }).click();
  await page.getByRole("menuitem", { name: "Waive…" }).click();
  const dialog = page.getByRole("dialog", { name: "Waive: Upfront medical exam" });
  await dialog.getByLabel("Why it is not needed").fill("No panel physician before March");
  await dialog.getByLabel(/ask for a letter of explanation/).check();
  await dialog.getByRole("button", { name: "Waive it" }).click();
  await expect(line(page, "Letter of explanation, Upfront medical exam is missing")).toBeVisible();
  const exam = line(page, "Upfront medical exam");
  await expect(exam).toContainText("Waived: No panel physician before March");
  await exam.getByRole("button", { name: "Needed after all Upfront medical exam" }).click();
  await expect(exam.getByRole("button", { name: "Request Upfront medical exam" })).toBeVisible();
});

test("the ribbon names the first break in words, and is judged anew when the plan moves", async ({
  database,
  pageOf,
  world,
}) => {
  const file = await addPrepared(database, world.C1);
  const plan = (days: number) =>
    database.rows("update case_file set planned_submission_on = current_date + $2::int where id = $1", [
      file.caseId,
      days,
    ]);
  await database.rows(
    `insert into language_test (id, case_id, client_id, person_id, kind, taken_on, listening, reading, writing, speaking)
     values ($4, $1, $2, $3, 'celpip_general', (current_date + 20 - interval '2 years')::date, 9, 9, 9, 9)`,
    [file.caseId, file.clientId, file.principalId, newId()],
  );
  await plan(35);
  const page = await pageOf(world.C1);
  await page.goto(`/cases/${file.number}/overview`);
  const ribbon = page.getByRole("region", { name: "Validity ribbon" }).first();
  await expect(ribbon).toContainText(
    /First break: Ines: Language, CELPIP, valid today, not on day \d+; the planned submission is on \d+ \w+ \d{4}/,
  );
  await expect(ribbon).toContainText(/Sent by \d+ \w+ \d{4}, everything that is here holds\./);
  await expect(ribbon.getByRole("img", { name: /^Validity of each document/ })).toBeVisible();
  await plan(10);
  await page.reload();
  await expect(ribbon).toContainText("Everything that is here holds where it must");
});

test("the lead times show what the firm's own files took, and say that the estimates have no source", async ({
  pageOf,
  world,
}) => {
  const page = await pageOf(world.C1);
  await page.goto("/settings/lead-times");
  await expect(page.getByRole("columnheader", { name: "Measured" })).toBeVisible();
  await expect(page.getByText("have no public source: no authority promises them")).toBeVisible();
});
