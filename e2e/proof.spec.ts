import type { Page } from "@playwright/test";
import { acceptLine, addProvenCase, moveTo, waiveLetter } from "./fixtures/proofs";
import { expect, test } from "./fixtures/test";
import { newId } from "@/lib/ids/id";
import { confirmFacts } from "./steps/portal";

/* Issue 5, points 4, 9 and 13: the proof ledger, the client's word on a frozen copy, the sheet for IRCC's forms. */

const REASON = "The employer has closed down; pay slips and tax papers go with the letter of explanation.";
const name = (): [string, string] => ["Leela", `Proof${newId().slice(0, 6)}`];

const linesOf = (page: Page) => page.getByRole("table", { name: /^Claimed and proven points of each line/ });
const submission = (page: Page) => page.getByRole("region", { name: "Submission" });

test("the ledger says what is claimed, what is proven, and takes a consultant's word with its page", async ({
  database,
  pageOf,
  world,
}) => {
  const file = await addProvenCase(database, world.C1, name());
  const page = await pageOf(world.C1);
  await page.goto(`/cases/${file.number}/assessment`);
  await page.getByRole("link", { name: "Proof", exact: true }).click();

  await expect(
    page.getByRole("heading", { name: /points rest on what nothing proves yet: Engineer/ }),
  ).toBeVisible();
  const work = linesOf(page).getByRole("row", { name: /^Canadian work/ });
  await expect(work.getByRole("cell").nth(1)).toHaveText("0");
  await expect(work.getByRole("cell").nth(0)).not.toHaveText("0");
  const language = linesOf(page).getByRole("row", { name: /^First official language/ });
  await expect(language.getByRole("cell").nth(1)).toHaveText("124");
  await expect(page.getByText(/CEC is not met by what is proven: canadian work/)).toBeVisible();

  await page.getByText(/Confirm or correct: Passport/).click();
  const confirm = page.getByRole("form", { name: /^Confirm: Passport/ });
  await confirm.getByLabel("Page").fill("2");
  await confirm.getByRole("button", { name: "It shows the fact" }).click();
  await expect(page.getByRole("link", { name: "passport.pdf, page 2" })).toBeVisible();

  await page.getByText(/Confirm or correct: Language test result/).click();
  const refuse = page.getByRole("form", { name: /^Refuse: Language test result/ });
  await refuse.getByLabel("Why it does not prove it").fill("The report is of another sitting");
  await refuse.getByRole("button", { name: "It does not prove the fact" }).click();
  await expect(language.getByRole("cell").nth(1)).toHaveText("0");
  await expect(page.getByText(/The report is of another sitting/)).toBeVisible();

  await acceptLine(database, file, file.lines.letter, "letter.pdf");
  await page.reload();
  await expect(work.getByRole("cell").nth(1)).not.toHaveText("0");
});

test("unproven points are signed off with a sentence, or not at all", async ({ database, pageOf, world }) => {
  const file = await addProvenCase(database, world.C1, name());
  await waiveLetter(database, file);
  const page = await pageOf(world.C1);
  await page.goto(`/cases/${file.number}/overview`);
  const form = page.getByRole("form", { name: "Sign off" });
  await expect(form).toContainText(/\d+ of \d+ points are not proven, and CEC is not met/);
  const reason = form.getByLabel("Why it goes out although something is not proven");
  await reason.fill("all fine");
  await form.getByRole("button", { name: "Sign off with this reason" }).click();
  await expect(form.getByText("Write a sentence that somebody else can follow later.").first()).toBeVisible();
  await expect(reason).toHaveValue("all fine");
  await reason.fill(REASON);
  await form.getByRole("button", { name: "Sign off with this reason" }).click();
  await expect(submission(page)).toContainText("The client is asked to confirm the facts");
  await expect(submission(page)).toContainText(/Signed with \d+ of \d+ proven: The employer has closed down/);
  await page.goto(`/cases/${file.number}/timeline`);
  await expect(page.getByRole("main")).toContainText(/signed off the application, \d+ of \d+ points proven/);
});

test("the client says what is wrong, confirms a copy that stays as it was, and a later change shows", async ({
  database,
  pageOf,
  world,
}) => {
  const file = await addProvenCase(database, world.C1, name());
  await acceptLine(database, file, file.lines.letter, "letter.pdf");
  const staff = await pageOf(world.C1);
  await staff.goto(`/cases/${file.number}/overview`);
  await staff.getByRole("button", { name: "Sign off" }).click();
  await expect(submission(staff)).toContainText("The client is asked to confirm the facts");

  const client = await pageOf(file.client);
  await client.goto("/portal/approve");
  const wrong = /Something is wrong in Work, /;
  await client.locator("summary", { hasText: wrong }).click();
  const objection = client.getByRole("form", { name: wrong });
  await objection.getByRole("textbox").fill("I began a week later.");
  await objection.getByRole("button", { name: "Send" }).click();
  await expect(client.getByText(/You said on .*: I began a week later\./)).toBeVisible();
  await expect(client.getByRole("button", { name: "Confirm the facts" })).toHaveCount(0);

  await staff.goto(`/cases/${file.number}/messages`);
  await expect(staff.getByRole("main")).toContainText("I began a week later.");
  await staff.goto(`/cases/${file.number}/overview`);
  await submission(staff).getByRole("link", { name: "1 objection to answer" }).click();
  const answer = staff.getByRole("form", { name: /^Answer: / });
  await answer.getByLabel("Your answer").fill("The letter says the third as well; it stands.");
  await answer.getByRole("button", { name: "Answer" }).click();
  await expect(staff.getByText(/The letter says the third as well/)).toBeVisible();

  await client.goto("/portal");
  await confirmFacts(client);
  await moveTo(database, file, "BC");
  await client.goto("/portal/approve");
  await expect(client.getByText(/Something has changed since you confirmed/)).toBeVisible();
  await expect(client.getByText("Before: Ontario")).toBeVisible();
  await expect(client.getByText("Now: British Columbia")).toBeVisible();
  await staff.goto(`/cases/${file.number}/overview/confirmed`);
  const copy = staff.getByRole("region", { name: /^Confirmed / });
  await expect(copy).toContainText("No longer counts");
  await expect(copy).toContainText("SHA-256");
  await copy.getByText("The text as it was read").click();
  await expect(copy.getByRole("definition").filter({ hasText: /^Ontario$/ })).toBeVisible();
});

test("the sheet for IRCC's forms has each value to copy by keyboard, and its gaps with where to fill them", async ({
  contextOf,
  database,
  world,
}) => {
  const file = await addProvenCase(database, world.C1, name());
  const context = await contextOf(world.C1, { permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  await page.goto(`/cases/${file.number}/documents/forms`);
  const headings = page.getByRole("heading", { level: 2 });
  await expect(headings.filter({ hasText: /^Passport$/ })).toBeVisible();
  const copy = page.getByRole("button", { name: "Copy Passport number" });
  await copy.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Passport number copied" })).toBeAttached();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("Z7654321");

  const addresses = page.getByRole("region", { name: "Addresses" });
  await expect(addresses).toContainText("No address for these months");
  await addresses.getByRole("link", { name: "Fill the gap" }).first().click();
  await expect(page.getByRole("region", { name: "An address", exact: true })).toBeVisible();
});

test("the sheet reads without scripts: every value is there to be selected", async ({
  contextOf,
  database,
  world,
}) => {
  const file = await addProvenCase(database, world.C1, name());
  const page = await (await contextOf(world.C1, { javaScriptEnabled: false })).newPage();
  await page.goto(`/cases/${file.number}/documents/forms`);
  await expect(page.getByRole("definition").filter({ hasText: /^Z7654321$/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Copy/ })).toHaveCount(0);
});
