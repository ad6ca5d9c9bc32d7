/** What client and firm write to each other about one item: from a template, read on a phone, answered with a file. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { samplePdf } from "@/lib/testing/sample-files";
import { addCase, type CaseFile } from "./fixtures/cases";
import type { TestDatabase } from "./fixtures/database";
import { expect, test } from "./fixtures/test";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
/** Shipped: "Ask for a document". */
const ASK = "4c1f7c1e-0043-4a01-9a01-000000000001";

const mailsOf = (database: TestDatabase, { caseId }: CaseFile) =>
  database.rows<{ kind: string; context: unknown }>(
    "select kind, context from mail where case_id = $1 order by created_at",
    [caseId],
  );

/** The marks are on their way after the page is there: whoever looks next sees them. */
const unreadOf = (database: TestDatabase, { caseId }: CaseFile, side: "staff" | "client") =>
  database
    .row<{ count: number }>(
      "select count(*)::int as count from message where case_id = $1 and author_kind = $2 and read_at is null",
      [caseId, side],
    )
    .then(({ count }) => count);

async function axe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag22aa"]).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
}

test("a consultant asks from a template, the client answers with a file from a phone, in both languages", async ({
  database,
  pageOf,
  world,
}) => {
  const file = await addCase(database, { owner: world.C1, name: ["Tessa", "Threads"] });
  await database.rows("update case_file set planned_submission_on = current_date + 30 where id = $1", [
    file.caseId,
  ]);

  // The firm writes about the item, with the file's own facts in its words.
  const staff = await pageOf(world.C1);
  await staff.goto(`/cases/${file.number}/messages?item=${file.requirementId}&template=${ASK}`);
  const letter = staff.getByRole("textbox", { name: "Message to Tessa Threads" });
  await expect(letter).toHaveValue(new RegExp(`^Hello Tessa,[^]*${file.number}[^]*Passport[^{}]*$`));
  await letter.fill(`${await letter.inputValue()}\nThe old one too, please.`);
  await staff.reload();
  await expect(letter, "what was typed survives a reload").toHaveValue(/The old one too, please\.$/);
  await staff.getByRole("button", { name: "Send", exact: true }).click();
  await expect(staff.getByRole("list", { name: "Messages" })).toContainText("The old one too, please.");
  await expect(letter).not.toHaveValue(/old one/);

  // The client finds it under its item.
  const phone = await pageOf(file.client, PHONE);
  await phone.goto(`/portal/documents/${file.requirementId}`);
  await phone.getByRole("link", { name: "Messages about this document (1 new)" }).click();
  await expect(phone.getByRole("heading", { level: 2, name: "Passport" })).toBeVisible();
  await expect(phone.getByRole("list", { name: "Messages" })).toContainText("The old one too, please.");
  await axe(phone);
  await expect.poll(() => unreadOf(database, file, "staff"), "the general thread is still unread").toBe(1);

  // In French the words around it are French; the firm's own stay as they were written.
  await database.rows("update app_user set locale = 'fr' where id = $1", [file.client.userId]);
  await phone.goto(`/portal/messages?item=${file.requirementId}`);
  await expect(phone.getByRole("navigation", { name: "Fils de discussion" })).toContainText(
    "La demande dans son ensemble",
  );
  await phone.getByRole("button", { name: "Ajouter un fichier" }).click();
  await phone
    .getByLabel("Choisir un fichier")
    .setInputFiles({ name: "old passport.pdf", mimeType: "application/pdf", buffer: samplePdf() });
  const waiting = phone.getByRole("list", { name: "Partira avec votre message" });
  await expect(waiting).toContainText("old passport.pdf");
  await axe(phone);
  await phone.getByRole("textbox", { name: /^Message à/ }).fill("Voici l’ancien.");
  await phone.getByRole("button", { name: "Envoyer", exact: true }).click();
  await expect(phone.getByRole("list", { name: "Messages échangés" })).toContainText("Voici l’ancien.");
  await expect(waiting).toBeHidden();

  // The firm sees what is new in which thread, opens the file, and puts it to the item.
  await staff.goto(`/cases/${file.number}/messages?item=general`);
  await expect(
    staff.getByRole("navigation", { name: "Conversations" }).getByRole("link", { name: /Passport/ }),
  ).toContainText("1 new");
  await staff
    .getByRole("navigation", { name: "Conversations" })
    .getByRole("link", { name: /Passport/ })
    .click();
  const download = staff.waitForEvent("download");
  await staff.getByRole("link", { name: "Download old passport.pdf" }).click();
  expect((await download).suggestedFilename()).toBe("old passport.pdf");
  await staff.getByRole("button", { name: "Put old passport.pdf to an item" }).click();
  await staff.getByRole("button", { name: "Put it there" }).click();
  await expect(staff.getByText("At “Passport”")).toBeVisible();
  await staff.getByRole("button", { name: "No answer needed" }).click();
  await expect(staff.getByText(/^No answer needed \(/)).toBeVisible();
  await expect.poll(() => unreadOf(database, file, "client")).toBe(0);
  await axe(staff);

  // Of the file it is known where it came from, and who had it.
  await staff.goto(`/cases/${file.number}/documents`);
  await staff.getByRole("link", { name: "Came with a message" }).click();
  await expect(staff.getByRole("list", { name: "Messages" })).toContainText("Voici l’ancien.");
  const opened = await database.rows(
    "select 1 from audit_event where case_id = $1 and event = 'document.opened' and actor_id = $2",
    [file.caseId, world.C1.userId],
  );
  expect(opened).toHaveLength(1);

  // One mail to each side, without a word of what was written. The client had an unread message already: none to them.
  expect(await mailsOf(database, file)).toEqual([{ kind: "message_received", context: {} }]);
});

test("from the review desk to the item's thread; a wording is filled when it is chosen", async ({
  database,
  pageOf,
  world,
}) => {
  const file = await addCase(database, { owner: world.C1, name: ["Della", "Desk"] });
  const planned = (days: number) =>
    database.rows("update case_file set planned_submission_on = current_date + $2::int where id = $1", [
      file.caseId,
      days,
    ]);
  await planned(40);
  const staff = await pageOf(world.C1);
  await staff.goto(`/review/${file.requirementId}`);
  await staff.getByRole("link", { name: "Ask the client about it" }).click();
  await expect(staff.getByRole("heading", { level: 2, name: "Passport" })).toBeVisible();
  // The page is open, and the plan of the file moves by years.
  await planned(1480);
  await staff.getByLabel("Insert a template").selectOption({ label: "Ask for a document" });
  await expect(staff.getByRole("textbox", { name: "Message to Della Desk" })).toHaveValue(
    /leaves 1,?4\d\d days/,
  );
});

test("a template refuses a field that there is not, in plain words, and shows itself on a real file", async ({
  database,
  pageOf,
  world,
}) => {
  const file = await addCase(database, { owner: world.C1, name: ["Farid", "Fields"] });
  const page = await pageOf(world.M);
  await page.goto(`/settings/message-templates?edit=new&case=${file.number}`);
  await page.getByRole("textbox", { name: "Title" }).fill(`Fields ${file.number}`);
  await page.getByRole("textbox", { name: "English" }).fill("Hello {first name},");
  await page.getByRole("textbox", { name: "French" }).fill("Bonjour {client name},");
  await expect(page.getByRole("region", { name: "As sent, French" })).toContainText("Bonjour Farid,");
  await page.getByRole("button", { name: "Save the template" }).click();
  await expect(page.getByRole("form", { name: "New template" })).toContainText(
    "There is no field {first name}",
  );
  await page.getByRole("textbox", { name: "English" }).fill("Hello {client name},");
  await page.getByRole("button", { name: "Save the template" }).click();
  const card = page.getByRole("region", { name: `Fields ${file.number}` });
  await expect(card).toContainText("Hello Farid,");
  // Nobody else's list of wordings grows by a test's.
  await card.getByRole("button", { name: "Withdraw" }).click();
  await expect(card.getByText("Withdrawn")).toBeVisible();
});
