import type { Page } from "@playwright/test";
import { newId } from "@/lib/ids/id";
import { samplePdf } from "@/lib/testing/sample-files";
import { addCase, type CaseFile } from "./fixtures/cases";
import type { TestDatabase } from "./fixtures/database";
import { documentOf, upload } from "./fixtures/documents";
import { addPerson, startSession, type Person } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

interface Waiting extends CaseFile {
  consultant: Person;
  versionId: string;
}

/** A passport of three pages that waits for review, at a consultant of its own; the file says what it should say. */
async function addWaiting(database: TestDatabase): Promise<Waiting> {
  const mark = newId().slice(0, 6);
  const consultant = await addPerson(database, { name: `Vera Lindqvist ${mark}`, role: "consultant" });
  const file = await addCase(database, { owner: consultant, name: ["Tara", `Okafor${mark}`] });
  await database.rows(
    `update person set passport_number = 'Z4821907', passport_country = 'IN', passport_expires_on = '2031-08-04' where id = $1`,
    [file.principalId],
  );
  // As the rules name it, so that they say what is read off it.
  await database.rows(
    "update requirement set person_id = $2::uuid, rule_key = 'passport:' || $2::text where id = $1",
    [file.requirementId, file.principalId],
  );
  const session = await startSession(database, file.client);
  const target = { caseId: file.caseId, requirementId: file.requirementId };
  const stored = await upload(session, target, "passport.pdf", samplePdf({ pages: 3 }));
  expect(stored.status).toBe(201);
  return { ...file, consultant, versionId: documentOf(stored).versionId };
}

async function addOtherLine(database: TestDatabase, file: CaseFile, title: string): Promise<string> {
  const id = newId();
  await database.rows(
    `insert into requirement (id, case_id, client_id, rule_key, kind, title, reason, state)
     values ($1, $2, $3, $4, 'birth_certificate', $5, 'Asked for by hand', 'requested')`,
    [id, file.caseId, file.clientId, `manual:${id}`, title],
  );
  return id;
}

const stateOf = async (database: TestDatabase, requirementId: string) =>
  (await database.row<{ state: string }>("select state from requirement where id = $1", [requirementId]))
    .state;

const reviewOf = (page: Page) => page.getByRole("region", { name: "Review" });

/** Opens the document, and waits until this reviewer has it. */
async function takeUp(page: Page, database: TestDatabase, file: Waiting, reviewer: Person): Promise<void> {
  await page.goto(`/review/${file.requirementId}?case=${file.number}`);
  await expect
    .poll(() =>
      database.rows("select held_by from review_hold where requirement_id = $1", [file.requirementId]),
    )
    .toEqual([{ held_by: reviewer.userId }]);
}

test("a document that contradicts the file is flagged by keyboard, and accepted only for a reason", async ({
  database,
  pageOf,
}) => {
  const file = await addWaiting(database);
  const page = await pageOf(file.consultant);
  await takeUp(page, database, file, file.consultant);
  const review = reviewOf(page);
  // Name and birth date agree; the number does not.
  await page.keyboard.press("e");
  await page.keyboard.press("e");
  await expect(review.getByText("2 of 5 compared")).toBeVisible();
  await page.keyboard.press("x");
  await review.getByLabel("What the document says").fill("Z4821970");
  await page.keyboard.press("Enter");
  await expect(review.getByText(/The document says Z4821970; flagged by Vera Lindqvist/)).toBeVisible();
  for (const fact of await review.getByRole("checkbox", { name: /agrees$/ }).all()) await fact.check();
  await expect(review.getByText("5 of 5 compared")).toBeVisible();
  for (const point of await review.getByRole("checkbox").all()) await point.check();
  await review.getByLabel("Valid until").fill("4 Aug 2031");
  await expect(review.getByRole("button", { name: /^Accept.*contradicts the file/ })).toBeVisible();
  await review.getByRole("heading", { name: "Acceptance points" }).click();
  await page.keyboard.press("a");
  const dialog = page.getByRole("dialog", { name: /^It contradicts the file/ });
  await expect(dialog).toContainText("the file says “Z4821907”, the document “Z4821970”");
  await dialog
    .getByLabel("Why it is accepted all the same")
    .fill("The number of the booklet, not of the page.");
  await dialog.getByRole("button", { name: "Accept it" }).click();
  await expect(page.getByText("Passport: accepted")).toBeVisible();
  expect(await stateOf(database, file.requirementId)).toBe("accepted");
});

test("two reviewers never collide: the second sees who has it, takes over knowingly, and the first decides nothing", async ({
  database,
  pageOf,
  world,
}) => {
  const file = await addWaiting(database);
  const [first, second] = [await pageOf(file.consultant), await pageOf(world.M)];
  await takeUp(first, database, file, file.consultant);
  await second.goto(`/review/${file.requirementId}?case=${file.number}`);
  await expect(second.getByText(/Vera Lindqvist \w+ is reviewing this/)).toBeVisible();
  await expect(reviewOf(second).getByRole("button", { name: /^Accept/ })).toHaveCount(0);
  await second.getByRole("button", { name: "Take over…" }).click();
  const question = second.getByRole("dialog", { name: "Take over this review?" });
  await question.getByRole("button", { name: "Take over" }).click();
  await expect(reviewOf(second).getByRole("button", { name: /^Accept/ })).toBeVisible();

  await reviewOf(first)
    .getByRole("button", { name: /Write another reason/ })
    .click();
  await reviewOf(first).getByLabel("What the client has to do").fill("Page 3 is cut off.");
  await reviewOf(first).getByRole("button", { name: "Return with this reason" }).click();
  await expect(first.getByText(/Rhea Castellan \w+ is reviewing “Passport” now/)).toBeVisible();
  expect(await stateOf(database, file.requirementId)).toBe("in_review");

  // Who leaves the page gives it back.
  await second.goto("/review");
  await expect
    .poll(() => database.rows("select 1 from review_hold where requirement_id = $1", [file.requirementId]))
    .toEqual([]);
});

test("pages are split off into a document for another item; the file as it was sent stays", async ({
  database,
  pageOf,
}) => {
  test.setTimeout(120_000);
  const file = await addWaiting(database);
  const birth = await addOtherLine(database, file, "Birth certificate");
  const page = await pageOf(file.consultant);
  await takeUp(page, database, file, file.consultant);
  await expect(page.getByText("1 of 3")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByText("2 of 3")).toBeVisible();
  await page.keyboard.press("t");
  const dialog = page.getByRole("dialog", { name: /^Split/ });
  await dialog.getByRole("checkbox", { name: "Page 2" }).check();
  await dialog.getByRole("checkbox", { name: "Page 3" }).check();
  await dialog.getByLabel("Where they go").selectOption({ label: "Birth certificate" });
  await dialog.getByRole("button", { name: "Make a document of them" }).click();
  await expect(page.getByText("2 pages put into Birth certificate")).toBeVisible({ timeout: 60_000 });
  expect(await stateOf(database, birth)).toBe("received");
  const versions = await database.rows<{ id: string }>(
    "select v.id from document_version v join document d on d.id = v.document_id where d.requirement_id = $1",
    [file.requirementId],
  );
  expect(versions).toEqual([{ id: file.versionId }]);
  await page.goto(`/review/${birth}?case=${file.number}`);
  await expect(reviewOf(page).getByText(/put together from pages 2–3 of Passport, version 1/)).toBeVisible();
});

test("a file that was sent for the wrong item goes to the right one, and the next document comes", async ({
  database,
  pageOf,
}) => {
  const file = await addWaiting(database);
  const birth = await addOtherLine(database, file, "Birth certificate");
  const page = await pageOf(file.consultant);
  await takeUp(page, database, file, file.consultant);
  await page.keyboard.press("v");
  const dialog = page.getByRole("dialog", { name: "Move to another item" });
  await dialog.getByLabel("The item it belongs to").selectOption({ label: "Birth certificate" });
  await dialog.getByRole("button", { name: "Move it there" }).click();
  await expect(page.getByText("Moved", { exact: true })).toBeVisible();
  expect(await stateOf(database, birth)).toBe("received");
  expect(await stateOf(database, file.requirementId)).toBe("requested");
});

test("the queue is narrowed by kind, says who has what, and is gone through in that part", async ({
  database,
  pageOf,
}) => {
  const file = await addWaiting(database);
  const birth = await addOtherLine(database, file, "Birth certificate");
  const session = await startSession(database, file.client);
  const target = { caseId: file.caseId, requirementId: birth };
  expect((await upload(session, target, "birth.pdf", samplePdf())).status).toBe(201);
  const page = await pageOf(file.consultant);
  await page.goto("/review");
  await expect(page.getByRole("row", { name: /Tara Okafor/ })).toHaveCount(2);
  await page.getByLabel("Kind").selectOption({ label: "Birth certificate (1)" });
  await expect(page.getByRole("row", { name: /Tara Okafor/ })).toHaveCount(1);
  await page.getByRole("link", { name: "Start" }).click();
  await expect(reviewOf(page).getByRole("heading", { name: "Birth certificate" })).toBeVisible();
  await expect(page.getByText("1 of 1", { exact: true }).first()).toBeVisible();
});
