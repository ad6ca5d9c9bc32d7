import { newId } from "@/lib/ids/id";
import { addCase } from "./fixtures/cases";
import type { TestDatabase } from "./fixtures/database";
import { addPerson, type Person } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

/** Files of a consultant of this test's own, opened in a month that no other has files in. */
async function addEnquiries(database: TestDatabase, owner: Person, source: string) {
  const files = [];
  for (const name of ["Ada", "Bo", "Cy"]) {
    const file = await addCase(database, { owner, name: [name, "Reported"] });
    await database.rows(
      "update case_file set created_at = '2019-03-05T15:00:00Z', source = $2 where id = $1",
      [file.caseId, source],
    );
    files.push(file);
  }
  for (const file of files.slice(0, 2)) {
    await database.rows(
      `insert into stage_change (id, case_id, client_id, from_stage, to_stage, at) values ($1, $2, $3, 'ENQUIRY', 'CONSULTATION', '2019-03-09T15:00:00Z')`,
      [newId(), file.caseId, file.clientId],
    );
  }
  return files;
}

const PERIOD = "from=2019-03-01&to=2019-03-31";

test("a figure leads to the cases it counts, and both go out as files", async ({
  database,
  pageOf,
  world,
}) => {
  const owner = await addPerson(database, { name: "Rita Reports", role: "consultant" });
  await addEnquiries(database, owner, "=HYPERLINK(1)");
  const page = await pageOf(world.M);
  await page.goto(`/reports/intake?${PERIOD}&owner=${owner.userId}`);

  await expect(page.getByText("3 enquiries, of them 0 retained so far.")).toBeVisible();
  const months = page.getByRole("table", { name: "Enquiries by month, and how far they came" });
  const month = months.getByRole("row", { name: /^Mar 2019/ });
  await expect(month.getByRole("link", { name: "3: Enquiries, Mar 2019" })).toBeVisible();
  await expect(page.getByRole("img", { name: /Consultation 2/ })).toBeVisible();

  const sources = page.getByRole("region", { name: "Enquiries by source" });
  const address = await sources.getByRole("link", { name: "CSV: Enquiries by source" }).getAttribute("href");
  const answer = await page.request.get(address ?? "");
  expect(answer.headers()["content-disposition"]).toBe('attachment; filename="intake-by-source.csv"');
  const text = await answer.text();
  // Text that begins like a formula stays text.
  expect(text).toContain("'=HYPERLINK(1)");

  await month.getByRole("link", { name: "2: Consultation, Mar 2019" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "Enquiries: came at least to: Consultation, Mar 2019" }),
  ).toBeVisible();
  const behind = page.getByRole("table", { name: /^Enquiries: came at least to/ });
  await expect(behind.getByRole("rowheader")).toHaveCount(2);
  await expect(page.getByText("2 of 2 shown")).toBeVisible();

  const toCase = behind.getByRole("link", { name: "Ada Reported" });
  await expect(toCase).toHaveAttribute("href", /^\/cases\/70-\d+\/overview$/);
});

test("period and consultant are in the address, and go along from one report to the next", async ({
  database,
  pageOf,
  world,
}) => {
  const owner = await addPerson(database, { name: "Omar Otherreports", role: "consultant" });
  await addEnquiries(database, owner, "A fair");
  const page = await pageOf(world.M);
  await page.goto("/reports/intake");
  await page.getByLabel("From", { exact: true }).fill("2019-03-01");
  await page.getByLabel("To", { exact: true }).fill("2019-03-31");
  await page.getByLabel("Consultant", { exact: true }).selectOption({ label: "Omar Otherreports" });
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`from=2019-03-01&to=2019-03-31&owner=${owner.userId}`));
  await expect(page.getByText("3 enquiries, of them 0 retained so far.")).toBeVisible();

  await page
    .getByRole("navigation", { name: "Reports" })
    .getByRole("link", { name: "Time in stage" })
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "Reports: time in stage" })).toBeVisible();
  await expect(page.getByText("1 Mar 2019 to 31 Mar 2019, files of Omar Otherreports")).toBeVisible();

  await page.getByRole("navigation", { name: "Period" }).getByRole("link", { name: "Last year" }).click();
  await expect(page).toHaveURL(/from=\d{4}-01-01&to=\d{4}-12-31&owner=/);
});

test("a consultant sees the figures of their own files, and no choice of others", async ({
  database,
  pageOf,
}) => {
  const mine = await addPerson(database, { name: "Mia Mine", role: "consultant" });
  const theirs = await addPerson(database, { name: "Theo Theirs", role: "consultant" });
  await addEnquiries(database, mine, "A fair");
  await addEnquiries(database, theirs, "A fair");
  const page = await pageOf(mine);
  await page.goto(`/reports/intake?${PERIOD}`);
  await expect(page.getByText("3 enquiries, of them 0 retained so far.")).toBeVisible();
  await expect(page.getByLabel("Consultant", { exact: true })).toHaveCount(0);
  await page.goto(`/reports/intake?${PERIOD}&owner=${theirs.userId}`);
  await expect(page.getByText("No file was opened in this period.")).toBeVisible();
});

test("on paper a report is its figures, without the navigation and the choices", async ({
  pageOf,
  world,
}) => {
  const page = await pageOf(world.M);
  await page.goto(`/reports/on-time?${PERIOD}`);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 1, name: "Reports: on time" })).toBeVisible();
  await expect(page.getByText("1 Mar 2019 to 31 Mar 2019", { exact: true })).toBeVisible();
  await expect(page.getByRole("table", { name: "Windows by month" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Show", exact: true })).toBeHidden();
  await expect(page.getByRole("navigation", { name: "Reports" })).toBeHidden();
  await expect(page.getByRole("link", { name: "CSV: Windows by month" })).toBeHidden();
});
