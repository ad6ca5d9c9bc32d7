import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { addSentCase, ago } from "./fixtures/sent";
import { expect, test } from "./fixtures/test";
import { takeStep } from "./steps/processing";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const row = (page: Page, table: string, name: RegExp) =>
  page.getByRole("table", { name: table, exact: true }).getByRole("row", { name });

async function acknowledge(page: Page): Promise<void> {
  await takeStep(page, {
    ...{ open: "Record the acknowledgement…", title: "Acknowledgement of receipt" },
    ...{ button: "Record the acknowledgement", paper: "Acknowledgement of receipt" },
    fields: { "Date of the acknowledgement": ago(28) },
  });
  await expect(region(page, "Where it is")).toContainText("IRCC checks whether it is complete");
}

const check = (page: Page, fields: Record<string, string>) =>
  takeStep(page, {
    ...{ open: "Record the completeness check…", title: "Completeness check", button: "Record the check" },
    fields,
  });

test("from submitted to landed to closed, with a request for documents, its answer and the proof", async ({
  database,
  pageOf,
  world,
}) => {
  test.slow();
  const file = await addSentCase(database, { owner: world.C1, name: ["Ines", "Aftersend"] });
  const page = await pageOf(world.C1);
  await page.goto(`/cases/${file.number}/overview`);
  await page.getByRole("link", { name: "After submission" }).click();
  await expect(region(page, "Where it is")).toContainText("IRCC has not acknowledged it yet");
  await acknowledge(page);
  await check(page, { "What came of it": "Passed: IRCC is at work", On: ago(20) });
  await expect(region(page, "Where it is")).toContainText("With us: In process at IRCC");

  await takeStep(page, {
    ...{ open: "Change…", within: row(page, "IRCC’s four checks", /^Medical/) },
    ...{ title: "Medical: how it stands", button: "Record it" },
    fields: { "It is now": "Passed", Since: ago(15) },
  });
  await expect(row(page, "IRCC’s four checks", /^Medical/)).toContainText("Passed");

  await takeStep(page, {
    ...{ open: "Record a letter…", title: "Record a letter of IRCC", button: "Record the letter" },
    paper: "Letter of IRCC",
    fields: {
      "Date of the letter": ago(5),
      "What it asks for": "A new police certificate of India",
      "Asked of the client": "Police certificate, India",
    },
  });
  await expect(region(page, "Where it is")).toContainText("IRCC asks for documents");
  const letter = row(page, "Letters of IRCC", /^Request for documents/);
  await expect(letter).toContainText("25 days");
  await expect(letter).toContainText("On the list: Police certificate, India");

  const portal = await pageOf(file.client, PHONE);
  await portal.goto("/portal");
  const told = region(portal, "Where your application is");
  await expect(told).toContainText("IRCC asks for more documents.");
  await expect(told).toContainText("A new police certificate of India");
  await expect(told).toContainText("25 days left");
  await expect(region(portal, "Your documents")).toContainText("Police certificate, India");
  expect((await new AxeBuilder({ page: portal }).analyze()).violations).toEqual([]);
  const speak = (locale: string) =>
    database.rows("update app_user set locale = $2 where id = $1", [file.client.userId, locale]);
  await speak("fr");
  await portal.reload();
  const french = region(portal, "Où en est votre demande");
  await expect(french).toContainText("IRCC demande d’autres documents");
  await expect(french.locator("[lang=en]")).toHaveText("A new police certificate of India");
  await expect(french).toContainText("En anglais, tel que votre consultant l’a écrit.");
  await speak("en");

  await page.getByRole("link", { name: /^Tasks/ }).click();
  await expect(
    page.getByText("Prepare the answer to IRCC's request for documents", { exact: true }),
  ).toBeVisible();
  await page.getByRole("link", { name: "After submission" }).click();

  await takeStep(page, {
    ...{ open: "Answer…", within: letter, title: "Answer: Request for documents (ADR)" },
    ...{ button: "Record the answer", paper: "Proof of sending" },
    fields: { "What was sent": "The certificate, by IRCC’s account", "Sent on": ago(1) },
  });
  await expect(letter).toContainText("Answered");
  await expect(letter).toContainText("proof: Proof of sending");
  await expect(row(page, "What happened with the application", /^Answered/)).toContainText("Told by mail");
  const clock = await database.row<{ state: string }>(
    "select state from deadline where case_id = $1 and kind = 'adr'",
    [file.caseId],
  );
  expect(clock.state).toBe("met");

  await takeStep(page, {
    ...{ open: "Approved…", title: "The application is approved", button: "Record the approval" },
    fields: {
      On: ago(1),
      "How it came": "Invitation to the PR portal (in Canada)",
      "The right of permanent residence fee is paid": true,
    },
  });
  await takeStep(page, {
    ...{ open: "Record the confirmation…", title: "Confirmation of permanent residence" },
    button: "Record the confirmation",
    fields: { "Issued on": ago(0), "Valid until": ago(-90) },
  });
  await portal.reload();
  await expect(told).toContainText("Your confirmation of permanent residence is here.");
  await takeStep(page, {
    ...{ open: "Record the landing…", title: "Landing", button: "Record the landing" },
    fields: { Where: "PR portal" },
  });
  await expect(region(page, "Where it is")).toContainText("Landed: permanent resident");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.getByRole("link", { name: "Closing", exact: true }).click();
  const duties = page.getByRole("table", { name: "Closing duties", exact: true });
  await expect(duties.getByRole("button", { name: "Settle…" })).toHaveCount(5);
  for (const duty of [
    "Return original documents",
    "Account for the client's money in trust",
    "Send the final invoice",
    "Refund what was not earned",
    "Put the records where they are kept",
  ]) {
    const line = duties.getByRole("row", { name: new RegExp(`^${duty}`) });
    await takeStep(page, { open: "Settle…", within: line, title: duty, button: "Record it", fields: {} });
    await expect(line).toContainText("Done");
  }
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("button", { name: "More for Ines Aftersend" }).click();
  await page.getByRole("menuitem", { name: "Close the file" }).click();
  const closing = page.getByRole("dialog");
  await closing.getByLabel("Reason", { exact: true }).fill("The work is done");
  await closing.getByRole("button", { name: "Close the file" }).click();
  await expect(closing).toHaveCount(0);
  const closed = await database.row<{ stage: string }>("select stage from case_file where id = $1", [
    file.caseId,
  ]);
  expect(closed.stage).toBe("CLOSED");
});

test("returned as incomplete leads back to a new profile", async ({ database, pageOf, world }) => {
  const file = await addSentCase(database, { owner: world.C1, name: ["Omar", "Returnedpath"] });
  const page = await pageOf(world.C1);
  await page.goto(`/cases/${file.number}/processing`);
  await acknowledge(page);
  await check(page, {
    ...{ "What came of it": "Returned as incomplete", On: ago(10) },
    "What IRCC found missing": "Proof of funds",
  });
  await expect(region(page, "Where it is")).toContainText("a new profile is needed");
  await expect(region(page, "Where it is")).toContainText("Proof of funds");
  const portal = await pageOf(file.client, PHONE);
  await portal.goto("/portal");
  await expect(region(portal, "Where your application is")).toContainText("It was not refused");

  await page.getByRole("link", { name: "Overview", exact: true }).click();
  await page.getByRole("button", { name: "Prepare a new profile" }).click();
  await expect(region(page, "Start again with a new profile")).toHaveCount(0);
  await page.goto(`/cases/${file.number}/processing`);
  await expect(region(page, "Where it is")).toContainText("Proof of funds");
});

test("a refusal starts the Federal Court's days, and the file is not closed without its duties", async ({
  database,
  pageOf,
  world,
}) => {
  const file = await addSentCase(database, { owner: world.C1, name: ["Rita", "Refusedpath"] });
  const page = await pageOf(world.C1);
  await page.goto(`/cases/${file.number}/processing`);
  await acknowledge(page);
  await check(page, { "What came of it": "Passed: IRCC is at work", On: ago(20) });
  await takeStep(page, {
    ...{ open: "Refused…", title: "The application is refused", button: "Record the refusal" },
    ...{ paper: "Refusal letter", fields: { "Read on": ago(2), "The client was in Canada": true } },
  });
  await expect(region(page, "Where it is")).toContainText("Refused");
  const court = await database.row<{ due: string; rule: string }>(
    "select due_on::text as due, rule from deadline where case_id = $1 and kind = 'court_leave'",
    [file.caseId],
  );
  expect(court.due).toBe(ago(-13));
  expect(court.rule).toContain("check with counsel");

  await page.getByRole("button", { name: "More for Rita Refusedpath" }).click();
  await page.getByRole("menuitem", { name: "Close the file" }).click();
  const closing = page.getByRole("dialog");
  await closing.getByLabel("Reason", { exact: true }).fill("The client goes no further");
  await closing.getByRole("button", { name: "Close the file" }).click();
  await expect(closing).toContainText("The closing duties (Code s. 36) have not begun");
});
