import { writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { addDays, addYears } from "@/lib/express-entry/timing/calendar-date";
import { dateInZone, DEFAULT_ZONE } from "@/lib/express-entry/timing/zone";
import { formatDate } from "@/lib/format/dates";
import { sampleJpeg, samplePdf, samplePdfOfSize } from "@/lib/testing/sample-files";
import { addCase, type CaseFile } from "./fixtures/cases";
import type { TestDatabase } from "./fixtures/database";
import { addPerson, type Person } from "./fixtures/people";
import { addPoolCase } from "./fixtures/pool";
import { expect, test } from "./fixtures/test";
import { fillFields, saveFact, type Typed } from "./steps/facts";
import { utc } from "./steps/pool";
import { sendFile } from "./steps/portal";

/** A file whose facts are open, with its owner. */
async function openFile(database: TestDatabase): Promise<{ owner: Person; file: CaseFile }> {
  const owner = await addPerson(database, { name: "Slip Catcher", role: "consultant" });
  const file = await addCase(database, { owner, name: ["Rolf", "Typo"] });
  await database.rows("update case_file set stage = 'ASSESSMENT' where id = $1", [file.caseId]);
  return { owner, file };
}

const formOf = (file: CaseFile, what: string) =>
  `/cases/${file.number}/assessment?edit=${what}.new.${file.principalId}`;

interface Slip {
  what: string;
  kind: "job" | "test" | "address";
  panel: string;
  typed: Typed;
  field: string;
  message: RegExp;
}

const JOB: Typed = {
  ...{ "Job title": "Baker", Employer: "Good Bread", Country: "Canada", From: "1 Feb 2024" },
  "Hours a week": "40",
};
const TEST: Typed = {
  ...{ Test: "CELPIP", "Taken on": "1 Feb 2025" },
  ...{ Listening: "9", Reading: "9", Writing: "9", Speaking: "9" },
};

const SLIPS: readonly Slip[] = [
  {
    what: "a job that ends before it starts",
    ...{ kind: "job", panel: "A job", typed: { ...JOB, To: "1 Jan 2023" } },
    ...{ field: "To", message: /cannot end before it starts/ },
  },
  {
    what: "a job from the future",
    ...{ kind: "job", panel: "A job", typed: { ...JOB, From: "1 Feb 2099" } },
    ...{ field: "From", message: /cannot start in the future/ },
  },
  {
    what: "a week of 200 hours",
    ...{ kind: "job", panel: "A job", typed: { ...JOB, "Hours a week": "200" } },
    ...{ field: "Hours a week", message: /168 hours/ },
  },
  {
    what: "a day that is in no calendar",
    ...{ kind: "address", panel: "An address", typed: { Country: "India", From: "31 Feb 2020" } },
    ...{ field: "From", message: /not a date in the calendar/ },
  },
  {
    what: "a test in the future",
    ...{ kind: "test", panel: "A language test", typed: { ...TEST, "Taken on": "1 Feb 2099" } },
    ...{ field: "Taken on", message: /future/ },
  },
  {
    what: "a score the test cannot give",
    ...{ kind: "test", panel: "A language test", typed: { ...TEST, Listening: "99" } },
    ...{ field: "Listening", message: /./ },
  },
];

async function factCount(database: TestDatabase, { caseId }: CaseFile): Promise<number> {
  const { count } = await database.row<{ count: number }>(
    `select (select count(*) from job where case_id = $1)::int + (select count(*) from language_test where case_id = $1)::int
       + (select count(*) from address where case_id = $1)::int as count`,
    [caseId],
  );
  return count;
}

/** The message stands at the field, and everything typed is still there. */
async function expectRefusedAt(
  page: Page,
  panelName: string,
  { typed, field, message }: Pick<Slip, "typed" | "field" | "message">,
) {
  const panel = page.getByRole("region", { name: panelName, exact: true });
  const wrong = panel.getByLabel(field, { exact: true });
  await expect(wrong).toHaveAttribute("aria-invalid", "true");
  await expect(wrong).toHaveAccessibleDescription(message);
  for (const [label, value] of Object.entries(typed)) {
    const control = panel.getByLabel(label, { exact: true });
    const shown = await control.evaluate((element: HTMLInputElement | HTMLSelectElement) =>
      element instanceof HTMLSelectElement ? (element.selectedOptions[0]?.text ?? "") : element.value,
    );
    expect(shown, label).toBe(value);
  }
}

for (const slip of SLIPS) {
  test(`${slip.what} is said at the field, and nothing typed is lost`, async ({ database, pageOf }) => {
    const { owner, file } = await openFile(database);
    const page = await pageOf(owner);
    await page.goto(formOf(file, slip.kind));
    await fillFields(page, slip.panel, slip.typed);
    await page
      .getByRole("region", { name: slip.panel, exact: true })
      .getByRole("button", { name: "Save", exact: true })
      .click();
    await expectRefusedAt(page, slip.panel, slip);
    expect(await factCount(database, file)).toBe(0);
  });
}

test("a birth date that makes a 140-year-old is questioned", async ({ database, pageOf }) => {
  const { owner, file } = await openFile(database);
  const page = await pageOf(owner);
  await page.goto(`/cases/${file.number}/assessment?edit=person.${file.principalId}`);
  const typed = { Born: formatDate(addDays(addYears(dateInZone(new Date(), DEFAULT_ZONE), -140), -60)) };
  await fillFields(page, "Change this person", typed);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expectRefusedAt(page, "Change this person", { typed, field: "Born", message: /140 years old/ });
});

test("without JavaScript the same message comes, and the same text stays", async ({
  browser,
  database,
  contextOf,
}) => {
  const { owner, file } = await openFile(database);
  const signedIn = await contextOf(owner);
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await signedIn.storageState(),
  });
  const page = await context.newPage();
  await page.goto(formOf(file, "job"));
  const panel = page.getByRole("region", { name: "A job", exact: true });
  await panel.getByLabel("Job title").fill("Baker");
  await panel.getByLabel("Employer").fill("Good Bread");
  await panel.getByLabel("From").fill("1 Feb 2024");
  await panel.getByLabel("To", { exact: true }).fill("1 Jan 2023");
  await panel.getByRole("button", { name: "Save", exact: true }).click();
  await expect(panel.getByLabel("Employer")).toHaveValue("Good Bread");
  await expect(page.getByRole("alert")).toBeVisible();
  await context.close();
});

test("two jobs at the same time are both kept, and said", async ({ database, pageOf }) => {
  const { owner, file } = await openFile(database);
  const page = await pageOf(owner);
  for (const Employer of ["Good Bread", "Better Bread"]) {
    await page.goto(formOf(file, "job"));
    await fillFields(page, "A job", { ...JOB, Employer });
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText(/with something to check/)).toBeVisible();
  }
  await expect(page.getByText(/same time|overlap/).first()).toBeVisible();
  expect(await factCount(database, file)).toBe(2);
});

test("an ITA before its profile is refused, with the profile's instant", async ({ database, pageOf }) => {
  const owner = await addPerson(database, { name: "Early Bird", role: "consultant" });
  const submittedAt = new Date(Math.floor(Date.now() / 1_000 - 30 * 86_400) * 1_000);
  const file = await addPoolCase(database, { owner, name: ["Rolf", "Tooearly"], score: 520, submittedAt });
  const page = await pageOf(owner);
  await page.goto(`/cases/${file.number}/overview`);
  const form = page.getByRole("form", { name: "Record the invitation to apply" });
  const typed = utc(new Date(submittedAt.getTime() - 1_000));
  await form.getByLabel("ITA message sent, UTC").fill(typed);
  await form.getByLabel("Invited under").selectOption({ label: "Canadian Experience Class" });
  await form.getByRole("button", { name: "Record ITA" }).click();
  await expect(form.getByLabel("ITA message sent, UTC")).toHaveAccessibleDescription(
    /cannot come before the profile/,
  );
  await expect(form.getByLabel("ITA message sent, UTC")).toHaveValue(typed);
});

test("two people who edit the same facts: the second is told what the first wrote", async ({
  database,
  pageOf,
  world,
}) => {
  const { owner, file } = await openFile(database);
  const [first, second] = [await pageOf(owner), await pageOf(world.M)];
  for (const page of [first, second]) {
    await page.goto(`/cases/${file.number}/assessment?edit=person.${file.principalId}`);
    await expect(page.getByRole("region", { name: "Change this person" })).toBeVisible();
  }
  await first.getByLabel("Passport", { exact: true }).fill("P1234567");
  await first.getByLabel("Passport of").selectOption({ label: "India" });
  await first.getByLabel("Passport ends").fill("1 Jan 2031");
  await saveFact(first, "Change this person");
  await second.getByLabel("Passport", { exact: true }).fill("P7654321");
  await second.getByRole("button", { name: "Save", exact: true }).click();
  const form = second.getByRole("region", { name: "Change this person" });
  await expect(form.getByRole("alert")).toContainText("P1234567");
  await expect(second.getByLabel("Passport", { exact: true })).toHaveValue("P7654321");
  const stored = await database.row("select passport_number from person where id = $1", [file.principalId]);
  expect(stored).toEqual({ passport_number: "P1234567" });
});

const MIB = 1024 * 1024;
const FILES: readonly { what: string; name: string; buffer: () => Buffer; message: RegExp }[] = [
  {
    what: "a web page that calls itself a PDF",
    ...{
      name: "letter.pdf",
      buffer: () => Buffer.from("<html><script>alert(1)</script></html>".padEnd(300)),
    },
    message: /not a PDF|PDF/,
  },
  { what: "nothing at all", name: "empty.pdf", buffer: () => Buffer.alloc(0), message: /empty \(0 bytes\)/ },
  {
    what: "26 MiB",
    name: "large.pdf",
    buffer: () => samplePdfOfSize(26 * MIB),
    message: /larger than 25 MB/,
  },
  { what: "a program", name: "tool.exe", buffer: () => Buffer.from("MZ"), message: /PDF, a JPEG or PNG/ },
];

for (const { what, name, buffer, message } of FILES) {
  test(`a client who sends ${what} is told why, and can choose another file`, async ({
    database,
    pageOf,
    world,
  }, testInfo) => {
    const file = await addCase(database, { owner: world.C1, name: ["Fila", "Wrong"] });
    const page = await pageOf(file.client);
    await page.goto(`/portal/documents/${file.requirementId}`);
    // From the disk, as a person does: a large one does not fit through the test's own wire.
    const path = testInfo.outputPath(name);
    writeFileSync(path, buffer());
    await page.getByLabel("Choose a file").setInputFiles(path);
    await expect(page.getByText(`${name} was not sent`)).toBeVisible();
    await expect(page.getByText(message).first()).toBeVisible();
    await page.getByRole("button", { name: "Choose another file" }).click();
    await sendFile(page, { name: "ok.pdf", mimeType: "application/pdf", buffer: samplePdf() });
  });
}

test("a name with a path and control characters is shown plainly, the file is kept", async ({
  database,
  pageOf,
  world,
}) => {
  const file = await addCase(database, { owner: world.C1, name: ["Fila", "Oddname"] });
  const page = await pageOf(file.client);
  await page.goto(`/portal/documents/${file.requirementId}`);
  const name = "..\\..\\pass\u0007port\u202e.jpg";
  await sendFile(page, { name, mimeType: "image/jpeg", buffer: sampleJpeg() });
  const stored = await database.row("select file_name from document_version where case_id = $1", [
    file.caseId,
  ]);
  expect(stored).toEqual({ file_name: "passport.jpg" });
});

test("a connection that is lost in mid-upload keeps the file, and sends it once", async ({
  database,
  pageOf,
  world,
}) => {
  const file = await addCase(database, { owner: world.C1, name: ["Fila", "Offline"] });
  const page = await pageOf(file.client);
  await page.goto(`/portal/documents/${file.requirementId}`);
  let lost = false;
  await page.route("**/api/uploads/*", async (route) => {
    if (lost) return route.continue();
    lost = true;
    return route.abort("connectionreset");
  });
  await page
    .getByLabel("Choose a file")
    .setInputFiles({ name: "again.pdf", mimeType: "application/pdf", buffer: samplePdfOfSize(MIB) });
  await expect(page.getByRole("heading", { name: "Received, thank you" })).toBeVisible();
  const rows = await database.rows("select 1 from document_version where case_id = $1", [file.caseId]);
  expect(rows).toHaveLength(1);
});
