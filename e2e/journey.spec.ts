import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { dateInZone, DEFAULT_ZONE } from "@/lib/express-entry/timing/zone";
import { formatDate } from "@/lib/format/dates";
import { sampleJpeg, samplePdf } from "@/lib/testing/sample-files";
import { withPatience } from "./fixtures/alive";
import type { TestDatabase } from "./fixtures/database";
import { upload } from "./fixtures/documents";
import { addPerson, choosePassword, startSession } from "./fixtures/people";
import { addPoolCase, copyFacts } from "./fixtures/pool";
import { expect, test } from "./fixtures/test";
import * as consultantSteps from "./steps/case";
import { scoreAbove } from "./steps/facts";
import { readTimeline } from "./steps/timeline";
import { acceptInvitation, signIn } from "./steps/people";
import { matchRow, recordInvitation, recordProfile, recordRound, takeUpInvitation, utc } from "./steps/pool";
import { confirmFacts, sendFile } from "./steps/portal";
import { acceptDocument, returnDocument } from "./steps/review";
import { attachLetter, confirmDate } from "./steps/two-keys";

const PASSWORD = "kahvi tuoli puu kivi";
const DAY = 86_400_000;
const SECOND = 1_000;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Whole seconds, as IRCC's pages count. */
const instantBefore = (days: number) => new Date(Math.floor((Date.now() - days * DAY) / SECOND) * SECOND);
const dateOf = (instant: Date) => dateInZone(instant, DEFAULT_ZONE);

interface Line {
  id: string;
  title: string;
  responsible: string;
}

const openLines = (database: TestDatabase, number: string) =>
  database.rows<Line>(
    `select r.id, r.title, r.responsible from requirement r join case_file c on c.id = r.case_id
     where c.number = $1 and r.required and not r.no_longer_needed and r.state <> 'accepted' order by r.position`,
    [number],
  );

test("from enquiry to a submitted application, by everybody who takes part", async ({
  browser,
  database,
  pageOf,
  world,
}) => {
  test.setTimeout(240_000);
  const mark = Date.now().toString(36).slice(-5);
  const name = `Ishani Journey${mark}`;
  const email = `ishani.${mark}@client.test`;
  const lead = await addPerson(database, { name: `Paula Lead ${mark}`, role: "consultant" });
  await choosePassword(database, lead, PASSWORD);
  const consultant = await withPatience(await browser.newContext()).newPage();
  const manager = await pageOf(world.M);
  const client = await withPatience(await browser.newContext(PHONE)).newPage();

  const profileSentAt = instantBefore(40);
  const tieBreakAt = new Date(profileSentAt.getTime() + SECOND);
  let tooLate: Awaited<ReturnType<typeof addPoolCase>>;
  const itaAt = instantBefore(3);
  const day0 = dateOf(itaAt);
  const lastDay = addDays(day0, 60);
  const today = dateOf(new Date());
  let number = "";
  let score = 0;

  await test.step("1. the consultant signs in, opens an enquiry and is retained", async () => {
    await signIn(consultant, lead.email, PASSWORD);
    const [givenName = "", familyName = ""] = name.split(" ");
    number = await consultantSteps.openEnquiry(consultant, { givenName, familyName, email });
    await consultantSteps.retain(consultant, number, addDays(today, -60), samplePdf());
  });

  await test.step("1 and 2. dated facts are entered, and the assessment re-says itself on every change", async () => {
    await consultant.goto(`/cases/${number}/assessment`);
    const programs = consultant.getByRole("table", { name: "Programs, criterion by criterion" });
    await expect(programs.getByRole("columnheader", { name: /^CEC/ })).toContainText("Not eligible");
    await consultantSteps.enterPerson(consultant, "12 Mar 1995");
    const withAge = await scoreAbove(consultant, 0);
    await consultantSteps.enterAddress(consultant, "India", "12 Mar 1995", "9 Jan 2022");
    await consultantSteps.enterAddress(consultant, "Canada", "10 Jan 2022", "");
    await consultantSteps.enterDegree(consultant);
    const withDegree = await scoreAbove(consultant, withAge);
    await consultantSteps.enterTest(consultant, formatDate(addDays(today, -200)));
    const withTest = await scoreAbove(consultant, withDegree);
    await consultantSteps.enterJob(consultant, {
      ...{ employer: "Pune Softworks", country: "India", from: "1 Jul 2017", to: "30 Nov 2021" },
    });
    await consultantSteps.enterJob(consultant, {
      ...{ employer: "Halden Systems", country: "Canada", from: "1 Feb 2022", to: "" },
    });
    await scoreAbove(consultant, withTest);
    await expect(programs.getByRole("columnheader", { name: /^CEC/ })).toContainText("Eligible");
    await expect(programs.getByRole("columnheader", { name: /^CEC/ })).not.toContainText("Not eligible");
    await expect(programs.getByRole("columnheader", { name: /^FSW/ })).toBeVisible();
    await expect(programs.getByRole("columnheader", { name: /^FST/ })).toContainText("Not eligible");
    await consultant.getByRole("button", { name: "Complete the assessment" }).click();
    await expect(consultant.getByRole("form", { name: "Complete the assessment" })).toHaveCount(0);
    const file = await database.row<{ id: string; score: number }>(
      "select id, crs_score as score from case_file where number = $1",
      [number],
    );
    ({ score } = file);
    tooLate = await addPoolCase(database, {
      ...{ owner: lead, name: ["Tarek", `Toolate${mark}`], score },
      submittedAt: new Date(tieBreakAt.getTime() + SECOND),
    });
    await copyFacts(database, file.id, tooLate);
  });

  await test.step("3. the profile is recorded to the second: the case is in the pool, its end is a deadline", async () => {
    await recordProfile(consultant, number, {
      number: `E${String(Date.now()).slice(-9)}`,
      score,
      submittedAt: profileSentAt,
    });
    await expect(consultant.getByRole("region", { name: "Next dates" })).toContainText(/profile/i);
    await consultant.goto("/pool");
    await expect(consultant.getByRole("row", { name: new RegExp(name) })).toContainText(String(score));
  });

  await test.step("4. a round finds whom it reaches, the tie-break to the second, and tells their consultant", async () => {
    await recordRound(manager, { date: addDays(today, -4), lowestCrs: score, tieBreakAt });
    const reached = "Clients this round reached, with no ITA recorded";
    await expect(matchRow(manager, reached, name)).toContainText("earlier by 1 second");
    await expect(matchRow(manager, "Clients who missed by little", `Toolate${mark}`)).toContainText(
      "later by 1 second",
    );
    await expect(matchRow(manager, reached, `Toolate${mark}`)).toHaveCount(0);
    const told = await database.rows("select 1 from mail where kind = 'round_news' and user_id = $1", [
      lead.userId,
    ]);
    expect(told).toHaveLength(1);
  });

  await test.step("4. the imported round of 7 January 2026 says what IRCC published", async () => {
    await manager.goto("/draws/390");
    const main = manager.getByRole("main");
    for (const figure of ["7 Jan 2026", "8,000", "511", "15:59:25"]) await expect(main).toContainText(figure);
  });

  await test.step("4. the ITA is recorded: 60 days from day 0, the earlier date wins, a difference warns", async () => {
    await consultant.goto(`/cases/${number}/overview`);
    await recordInvitation(consultant, { receivedAt: itaAt, shownExpiry: addDays(lastDay, 2) });
    const card = consultant.getByRole("region", { name: "Invitation to apply" });
    await expect(card).toContainText(formatDate(day0));
    await expect(card).toContainText("IRCC’s date and 60 days differ");
    await expect(card.getByRole("definition").filter({ hasText: formatDate(lastDay) })).toBeVisible();
  });

  await test.step("4. the manager reads the date in the letter, which whoever entered it filed: the second key", async () => {
    await attachLetter(consultant, number, samplePdf());
    await manager.goto("/deadlines");
    const lane = manager.getByRole("row", { name: new RegExp(name) });
    await expect(lane).toContainText("Date not confirmed");
    await confirmDate(manager, number, day0);
    await manager.goto("/deadlines");
    await expect(lane).toContainText(name);
    await expect(lane).not.toContainText("Date not confirmed");
  });

  await test.step("5. the checklist follows from the facts, each item with its reason", async () => {
    await takeUpInvitation(consultant, number, "Earlier than the tie-break, and every proof holds");
    await expect(consultant.getByRole("region", { name: "Submission" })).toContainText("0 of 12 accepted");
    await consultant.goto(`/cases/${number}/checklist`);
    const list = consultant.getByRole("main");
    for (const item of [
      ...["Passport", "Language test result, English", "Educational credential assessment, Pune University"],
      ...[
        "Reference letter, Halden Systems",
        "Police certificate, India",
        "Upfront medical exam",
        "Digital photo",
      ],
      ...["No funds needed: invited under CEC", "IMM 5476"],
    ]) {
      await expect(list).toContainText(item);
    }
    const unreasoned = await database.rows(
      `select 1 from requirement r join case_file c on c.id = r.case_id where c.number = $1 and r.reason = ''`,
      [number],
    );
    expect(unreasoned).toEqual([]);
  });

  const lines = await openLines(database, number);
  const passport = lines.find(({ title }) => /passport/i.test(title));
  if (!passport) throw new Error("the checklist asks for no passport");

  await test.step("6. the client is invited by mail, accepts on a phone, and sees what is next", async () => {
    const request = consultant.getByRole("button", { name: `Request ${passport.title}` });
    await request.click();
    await expect(request).toHaveCount(0);
    await consultant.goto(`/cases/${number}/overview`);
    await consultant.getByRole("button", { name: "Invite the client to the portal" }).click();
    await expect(consultant.getByText("Invited, not accepted yet")).toBeVisible();
    const administrator = await pageOf(world.A);
    await administrator.goto("/settings/outbox");
    await administrator
      .getByRole("row", { name: new RegExp(email) })
      .getByRole("link")
      .click();
    await administrator.waitForURL("**/settings/outbox/*");
    const link = await administrator.locator('main a[href*="/invitation/"]').getAttribute("href");
    await acceptInvitation(client, link ?? "", PASSWORD);
    await expect(client.getByText(/^5[67] days left$/)).toBeVisible();
    await expect(client.getByRole("heading", { name: "One thing for you today" })).toBeVisible();
  });

  await test.step("6. the client sends the first document by phone, and has a receipt", async () => {
    await client.getByRole("link", { name: "Send it now" }).click();
    await sendFile(client, { name: "passport.jpg", mimeType: "image/jpeg", buffer: sampleJpeg() });
  });

  await test.step("7. it is returned with a reason, sent again, and both versions stay", async () => {
    const reason = "The bottom edge is cut off. Please photograph the whole page.";
    await returnDocument(consultant, number, passport.id, reason);
    await client.goto("/portal");
    await expect(client.getByText(reason)).toBeVisible();
    await client.getByRole("link", { name: "Send the new one" }).click();
    await sendFile(client, { name: "passport-2.pdf", mimeType: "application/pdf", buffer: samplePdf() });
    await consultant.goto(`/cases/${number}/documents`);
    const version = (file: RegExp) => consultant.getByRole("row", { name: file });
    await expect(version(/passport\.jpg/)).toContainText("Returned");
    await expect(version(/passport-2\.pdf/)).toContainText("Received");
    await acceptDocument(consultant, number, passport.id, {
      issuedOn: formatDate(addDays(today, -20)),
      validUntil: formatDate(addDays(today, 1500)),
    });
  });

  await test.step("8. the manager sees the window on the board and gives the case away; the old owner loses sight", async () => {
    await manager.goto("/deadlines");
    const lane = manager.getByRole("row", { name: new RegExp(name) });
    await expect(lane).toContainText(/5[67]/);
    await expect(lane).toContainText("1/");
    await lane.getByRole("button", { name: `More for ${name}` }).click();
    await manager.getByRole("menuitem", { name: "Reassign" }).click();
    const dialog = manager.getByRole("dialog", { name: "Reassign this case" });
    await dialog.getByLabel("New owner", { exact: true }).selectOption({ label: world.C2.name });
    await dialog.getByRole("button", { name: "Reassign" }).click();
    await expect(dialog).toHaveCount(0);
    expect((await consultant.goto(`/cases/${number}/overview`))?.status()).toBe(404);
  });

  const successor = await pageOf(world.C2);
  await test.step("9. the rest is received and accepted by the new owner", async () => {
    const { caseId, clientUser } = await database.row<{ caseId: string; clientUser: string }>(
      `select c.id as "caseId", u.id as "clientUser" from case_file c join app_user u on u.client_id = c.client_id
       where c.number = $1`,
      [number],
    );
    const person = { userId: clientUser, name, email, role: "client" as const };
    const sessions = {
      client: await startSession(database, person),
      firm: await startSession(database, world.C2),
    };
    for (const line of await openLines(database, number)) {
      const session = line.responsible === "firm" ? sessions.firm : sessions.client;
      const sent = await upload(session, { caseId, requirementId: line.id }, "scan.pdf", samplePdf());
      expect(sent.status, line.title).toBe(201);
      await acceptDocument(successor, number, line.id, {
        issuedOn: formatDate(addDays(today, -20)),
        validUntil: formatDate(addDays(today, 700)),
      });
    }
  });

  await test.step("9. sign-off, the client's word, and the submission", async () => {
    await successor.goto(`/cases/${number}/overview`);
    await successor.getByRole("button", { name: "Sign off" }).click();
    await expect(successor.getByText(/The client is asked to confirm the facts/)).toBeVisible();
    await client.goto("/portal");
    await confirmFacts(client);
    await successor.reload();
    const form = successor.getByRole("form", { name: "Record the submission" });
    await form.getByLabel("Submitted, UTC").fill(utc(instantBefore(0)));
    await form.getByLabel("Application number").fill("E001234567");
    await form.getByRole("button", { name: "Record submission" }).click();
    await expect(successor.getByRole("region", { name: "Submission" })).toContainText("number E001234567");
    await client.goto("/portal");
    await expect(client.getByText("E001234567")).toBeVisible();
  });

  await test.step("10. the timeline shows all of it: who, what, when", async () => {
    const timeline = await readTimeline(successor, number);
    for (const sentence of [
      ...["opened the file", "recorded: service agreement", "completed the assessment", "recorded profile E"],
      ...["recorded the invitation", "generated the checklist", "invited the client to the portal"],
      ...[`asked the client for ${passport.title}`, `uploaded ${passport.title}, version 2`],
      ...[`returned ${passport.title}`, `accepted ${passport.title}`, `gave the case to ${world.C2.name}`],
      ...["signed off the application", "confirmed that the facts are true", "recorded the submission of"],
    ]) {
      expect(timeline).toContain(sentence);
    }
    for (const who of [lead.name, world.M.name, world.C2.name, name]) expect(timeline).toContain(who);
  });
});
