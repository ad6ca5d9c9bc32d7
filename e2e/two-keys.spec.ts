import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { samplePdf } from "@/lib/testing/sample-files";
import { addCase } from "./fixtures/cases";
import { documentOf, upload } from "./fixtures/documents";
import { post, readWrittenForm } from "./fixtures/forms";
import { addPerson, startSession } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

/* Issue 6, point 2: the date of an invitation is entered by one person and read in the letter by another. */

test("one person enters the date; another opens the letter and types what it says; a change needs both again", async ({
  database,
  pageOf,
}) => {
  // Two people at six steps, each with a page of the whole decision.
  test.slow();
  const owner = await addPerson(database, { name: "Ksenia Erste", role: "consultant" });
  const manager = await addPerson(database, { name: "Mara Zweite", role: "manager" });
  const file = await addCase(database, { owner, name: ["Uma", "Doppel"] });
  const address = `/cases/${file.number}/invitation`;
  const keys = () =>
    database.row<{ issued: string; runs: string; entered: string; confirmed: string | null }>(
      `select i.issue_date::text as issued, i.deadline_date::text as runs, i.recorded_by as entered,
         i.confirmed_by as confirmed from invitation i where i.case_id = $1`,
      [file.caseId],
    );
  const { issued, runs } = await keys();
  const session = await startSession(database, owner);
  const letter = await upload(session, { caseId: file.caseId, title: "ITA of Uma" }, "ita.pdf", samplePdf());
  const { versionId } = documentOf(letter);

  const first = await pageOf(owner);
  const firstCard = first.getByRole("region", { name: "Date of the invitation" });
  const second = await pageOf(manager);
  const card = second.getByRole("region", { name: "Date of the invitation" });
  const form = second.getByRole("form", { name: "Confirm the date" });
  const read = async (day: string) => {
    await form.getByLabel("Date of the letter").fill(day);
    await form.getByRole("button", { name: "Confirm the date" }).click();
  };
  const managers = await startSession(database, manager);
  /** The form as the manager is sent it, posted by whose session it is. */
  const sendForm = async (issuedOn: string, by: string) =>
    post(await readWrittenForm(address, managers, "issuedOn"), { issuedOn }, { session: by });
  const open = async () => {
    const [download] = await Promise.all([
      second.waitForEvent("download"),
      card.getByRole("link", { name: "Open the letter" }).click(),
    ]);
    expect(await download.failure()).toBeNull();
  };

  await test.step("who entered the date attaches the letter, and the case runs on it, not confirmed", async () => {
    await first.goto(address);
    await expect(first.getByText("Date not confirmed.")).toBeVisible();
    const attach = firstCard.getByRole("form", { name: "Attach the letter" });
    await attach.getByLabel("Which document is the letter").selectOption({ label: "ITA of Uma" });
    await attach.getByRole("button", { name: "Attach", exact: true }).click();
    await expect(firstCard.getByRole("link", { name: "Open the letter" })).toBeVisible();
  });

  await test.step("they cannot confirm it, by screen or by a request of somebody else's form", async () => {
    await expect(firstCard).toContainText("You entered this date: somebody else reads it in the letter.");
    await expect(first.getByRole("form", { name: "Confirm the date" })).toHaveCount(0);
    expect((await first.request.get(`/api/documents/${versionId}`)).status()).toBe(200);
    await sendForm(issued, session);
    expect(await keys()).toMatchObject({ entered: owner.userId, confirmed: null });
  });

  await test.step("another person reads the letter first, without being told what was entered", async () => {
    await second.goto(address);
    await expect(card).toContainText("Entered by Ksenia Erste");
    await expect(card).not.toContainText("invited on");
    await read(issued);
    await expect(form).toContainText("Open the letter first, and read the date in it.");
    expect(await keys()).toMatchObject({ confirmed: null });
  });

  await test.step("a different date confirms nothing: both readings are shown, and the earlier last day holds", async () => {
    await open();
    await read(addDays(issued, -2));
    await expect(card).toContainText("Two readings of the letter differ");
    await expect(card).toContainText("Mara Zweite read in the letter");
    expect(await keys()).toMatchObject({ confirmed: null, issued, runs: addDays(runs, -2) });
  });

  await test.step("read again, it is the date that was entered: confirmed", async () => {
    await read(issued);
    await expect(card).toContainText("Read in the letter and confirmed by Mara Zweite");
    expect(await keys()).toEqual({ issued, runs, entered: owner.userId, confirmed: manager.userId });
    await first.reload();
    await expect(firstCard).toContainText("Date confirmed");
    await expect(first.getByText("Date not confirmed.")).toHaveCount(0);
  });

  await test.step("a change takes a reason, and both keys again", async () => {
    await first.getByRole("button", { name: "Change the date…" }).click();
    const change = first.getByRole("form", { name: "Change the date of the invitation" });
    const earlier = addDays(issued, -1);
    await change.getByLabel("ITA message sent, UTC").fill(`${earlier} 16:00:00`);
    // A browser would not send the form without a reason; the server is asked all the same.
    await change.evaluate((element) => element.setAttribute("novalidate", ""));
    await change.getByRole("button", { name: "Change the date" }).click();
    await expect(change.getByLabel("Why the date changes")).toHaveAttribute("aria-invalid", "true");
    await change.getByLabel("Why the date changes").fill("The first letter was of another client");
    await change.getByRole("button", { name: "Change the date" }).click();
    await expect(firstCard).toContainText("You entered this date: somebody else reads it in the letter.");
    expect(await keys()).toMatchObject({ issued: earlier, runs: addDays(runs, -1), confirmed: null });

    await second.reload();
    await read(earlier);
    await expect(form).toContainText("Open the letter first, and read the date in it.");
    await open();
    // The request that did nothing for who entered the date.
    await sendForm(earlier, managers);
    await second.reload();
    await expect(card).toContainText("Read in the letter and confirmed by Mara Zweite");
    expect(await keys()).toMatchObject({ issued: earlier, confirmed: manager.userId });
  });
});
