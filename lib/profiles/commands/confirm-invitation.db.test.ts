/** Two keys for the date of an invitation (issue 6, point 2; docs/decisions/two-keys.md). */
import { beforeAll, describe, expect, it } from "vitest";
import type { Caller } from "@/lib/command/actor-context";
import { AppError } from "@/lib/errors/app-error";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { dateInZone, DEFAULT_ZONE } from "@/lib/express-entry/timing/zone";
import { cataloguedClocks } from "@/lib/testing/catalogued-clocks";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { testLetters } from "@/lib/testing/letters";
import { poolFiles } from "@/lib/testing/pool-files";
import { findDateKeys } from "../keys/queries";
import { attachInvitationLetter } from "./attach-invitation-letter";
import { changeInvitationDate } from "./change-invitation-date";
import { confirmInvitation } from "./confirm-invitation";
import { recordInvitation } from "./record-invitation";

const database = testDatabase();
const firm = testFirm(database);
const addInPool = poolFiles(database, firm);
const letters = testLetters(database, firm);
let now: Date;

beforeAll(async () => {
  now = (await database.owner.query<{ now: Date }>("select now() as now")).rows[0]?.now ?? new Date(0);
});

const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const text = (at: Date) => `${at.toISOString().slice(0, 19)}Z`;
const dayOf = (days: number) => dateInZone(daysAgo(days), DEFAULT_ZONE);

interface Invited extends TestCase {
  letter: string;
}

/** A case whose consultant has entered an invitation of five days ago, with its letter. */
async function addInvited(): Promise<Invited> {
  const file = await addInPool(text(daysAgo(40)), 520);
  const { caseId } = file;
  const fields = { invitationClass: "CEC", crsScore: 511 };
  await firm.run(firm.consultant, recordInvitation, { caseId, receivedAt: text(daysAgo(5)), ...fields });
  const documentId = await letters.addLetter(file);
  await firm.run(firm.consultant, attachInvitationLetter, { caseId, documentId });
  return { ...file, letter: documentId };
}

const confirm = (caller: Caller, { caseId }: TestCase, issuedOn: string, shownExpiry = "") =>
  firm.run(caller, confirmInvitation, { caseId, issuedOn, shownExpiry });

/** A manager opens the letter and types what stands in it. */
async function confirmAsManager(file: Invited, issuedOn = dayOf(5)) {
  await letters.open(firm.manager, file.letter);
  return confirm(firm.manager, file, issuedOn);
}

async function windowOf({ caseId }: TestCase) {
  const { rows } = await database.owner.query<Record<string, unknown>>(
    `select i.issue_date::text as issued, i.deadline_date::text as ends, d.due_on::text as clock, d.state,
       d.source_document_id as letter, d.rule, i.recorded_by as entered, i.confirmed_by as confirmed,
       i.disputed_deadline::text as disputed
     from invitation i join deadline d on d.source_id = i.id and d.kind = 'ita' where i.case_id = $1`,
    [caseId],
  );
  return rows[0];
}

const keysOf = (caller: Caller, file: TestCase) =>
  firm.read(caller, (ctx) => {
    if (ctx.actor.kind !== "staff") throw new Error("staff only");
    return findDateKeys(ctx as Parameters<typeof findDateKeys>[0], file.number);
  });

const refusedTwoKeys = { code: "23514", constraint: "invitation_two_keys" };

describe("two keys for the date of an invitation", () => {
  it("the clock runs on the date that one person entered, marked as not confirmed", async () => {
    const file = await addInvited();
    const ends = addDays(dayOf(5), 60);
    expect(await windowOf(file)).toMatchObject({
      ...{ ends, clock: ends, state: "open", letter: file.letter, confirmed: null },
      rule: "Date of the invitation + 60 calendar days. Date not confirmed",
    });
    expect(await keysOf(firm.consultant, file)).toMatchObject({ state: "to_confirm", runsTo: ends });
  });

  it("another person who opened the letter types the same date: confirmed, and in the log", async () => {
    const file = await addInvited();
    expect(await confirmAsManager(file)).toMatchObject({ confirmed: true });
    expect(await windowOf(file)).toMatchObject({
      ...{ confirmed: firm.manager.actor.userId, entered: firm.consultant.actor.userId },
      rule: "Date of the invitation + 60 calendar days",
    });
    const events = (await firm.eventsOf(file.caseId)).map(({ event }) => event);
    expect(events).toEqual(
      expect.arrayContaining([
        ...["invitation.recorded", "invitation.letter_attached", "document.opened", "invitation.confirmed"],
      ]),
    );
    await expect(confirm(firm.manager, file, dayOf(5))).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("is not confirmed without the letter, nor unopened, nor opened only before the date was entered", async () => {
    const bare = await addInPool(text(daysAgo(40)), 520);
    const documentId = await letters.addLetter(bare);
    await letters.open(firm.manager, documentId);
    const { caseId } = bare;
    await firm.run(firm.consultant, recordInvitation, {
      ...{ caseId, receivedAt: text(daysAgo(5)), invitationClass: "CEC", crsScore: 511 },
    });
    const letterFirst = { code: "CONFLICT", message: "Attach the invitation letter first." };
    await expect(confirm(firm.manager, bare, dayOf(5))).rejects.toMatchObject(letterFirst);
    await firm.run(firm.consultant, attachInvitationLetter, { caseId, documentId });
    const openFirst = { code: "CONFLICT", message: "Open the letter first, and read the date in it." };
    await expect(confirm(firm.manager, bare, dayOf(5))).rejects.toMatchObject(openFirst);
    // Somebody else's opening is not one's own.
    await letters.open(firm.consultant, documentId);
    await expect(confirm(firm.manager, bare, dayOf(5))).rejects.toMatchObject(openFirst);
  });

  it("who entered it cannot confirm it, whatever is sent, nor past the commands", async () => {
    const file = await addInvited();
    await letters.open(firm.consultant, file.letter);
    await expect(confirm(firm.consultant, file, dayOf(5))).rejects.toMatchObject({
      code: "CONFLICT",
      message: "You entered this date: somebody else reads it in the letter.",
    });
    const forged = { caseId: file.caseId, issuedOn: dayOf(5), shownExpiry: "" };
    const pretending = { confirmedBy: firm.manager.actor.userId, userId: firm.manager.actor.userId };
    await expect(
      firm.run(firm.consultant, confirmInvitation, { ...forged, ...pretending }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(
      database.app.query(
        "update invitation set confirmed_by = recorded_by, confirmed_at = now() where case_id = $1",
        [file.caseId],
      ),
    ).rejects.toMatchObject(refusedTwoKeys);
    expect(await windowOf(file)).toMatchObject({ confirmed: null });
  });

  it("is nobody else's: not another consultant's, an administrator's or the client's", async () => {
    const file = await addInvited();
    await expect(confirm(firm.otherConsultant, file, dayOf(5))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(confirm(firm.administrator, file, dayOf(5))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(confirm(file.client, file, dayOf(5))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("is read without being told: what was entered is not in what the second person is sent", async () => {
    const file = await addInvited();
    expect(await keysOf(firm.manager, file)).toMatchObject({
      says: null,
      opened: false,
      allowed: { confirm: true },
    });
    expect(await keysOf(firm.consultant, file)).toMatchObject({
      ...{ says: { issuedOn: dayOf(5) }, allowed: { confirm: false, change: true } },
    });
    await letters.open(firm.manager, file.letter);
    expect(await keysOf(firm.manager, file)).toMatchObject({ says: null, opened: true });
  });

  it("a different reading is refused and both stand, the clock on the earlier, until it is settled", async () => {
    const file = await addInvited();
    expect(await confirmAsManager(file, dayOf(7))).toEqual({
      confirmed: false,
      deadline: addDays(dayOf(7), 60),
    });
    const earlier = addDays(dayOf(7), 60);
    expect(await windowOf(file)).toMatchObject({
      ...{ issued: dayOf(5), ends: earlier, clock: earlier, disputed: earlier, confirmed: null },
    });
    expect(await keysOf(firm.manager, file)).toMatchObject({
      ...{ state: "disputed", says: { issuedOn: dayOf(5) }, read: { issuedOn: dayOf(7) } },
    });
    const { event, outcome } =
      (await firm.eventsOf(file.caseId)).find((one) => one.event.endsWith("disputed")) ?? {};
    expect([event, outcome]).toEqual(["invitation.disputed", "refused"]);
    // Read again, the letter says what was entered: the window is the whole one again.
    expect(await confirmAsManager(file)).toEqual({ confirmed: true, deadline: addDays(dayOf(5), 60) });
    expect(await windowOf(file)).toMatchObject({ clock: addDays(dayOf(5), 60), disputed: null });
  });

  it("an earlier day that the letter shows is part of what is read", async () => {
    const file = await addInvited();
    await letters.open(firm.manager, file.letter);
    const shown = addDays(dayOf(5), 50);
    expect(await confirm(firm.manager, file, dayOf(5), shown)).toEqual({ confirmed: false, deadline: shown });
  });

  it("a change takes a reason and both keys again, and never moves the clock later before them", async () => {
    const file = await addInvited();
    await confirmAsManager(file);
    const change = { caseId: file.caseId, receivedAt: text(daysAgo(3)), shownExpiry: "" };
    await expect(
      firm.run(firm.consultant, changeInvitationDate, { ...change, reason: "" }),
    ).rejects.toMatchObject({ code: "INVALID", fieldErrors: { reason: expect.any(String) } });
    await firm.run(firm.consultant, changeInvitationDate, { ...change, reason: "Read the wrong letter" });
    const stood = addDays(dayOf(5), 60);
    expect(await windowOf(file)).toMatchObject({ issued: dayOf(3), clock: stood, confirmed: null });
    // The opening before the change counts no more.
    await expect(confirm(firm.manager, file, dayOf(3))).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await confirmAsManager(file, dayOf(3))).toMatchObject({ confirmed: true });
    expect(await windowOf(file)).toMatchObject({ clock: addDays(dayOf(3), 60), state: "open" });
    // An earlier one holds at once.
    await firm.run(firm.manager, changeInvitationDate, {
      ...{ ...change, receivedAt: text(daysAgo(9)), reason: "A third letter" },
    });
    expect(await windowOf(file)).toMatchObject({ clock: addDays(dayOf(9), 60), confirmed: null });
    // The manager entered it now, so it is the consultant's to confirm.
    await letters.open(firm.manager, file.letter);
    await expect(confirm(firm.manager, file, dayOf(9))).rejects.toMatchObject({ code: "CONFLICT" });
    await letters.open(firm.consultant, file.letter);
    expect(await confirm(firm.consultant, file, dayOf(9))).toMatchObject({ confirmed: true });
  });

  it("what is confirmed does not change under its confirmation", async () => {
    const file = await addInvited();
    await confirmAsManager(file);
    const other = await letters.addLetter(file);
    await expect(
      firm.run(firm.consultant, attachInvitationLetter, { caseId: file.caseId, documentId: other }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(
      database.app.query("update invitation set deadline_date = deadline_date - 1 where case_id = $1", [
        file.caseId,
      ]),
    ).rejects.toMatchObject(refusedTwoKeys);
  });

  it("a letter is a document of the same case", async () => {
    const [file, another] = [await addInvited(), await addInvited()];
    await expect(
      firm.run(firm.consultant, attachInvitationLetter, { caseId: file.caseId, documentId: another.letter }),
    ).rejects.toMatchObject({ code: "INVALID" });
    await expect(
      database.app.query("update invitation set letter_document_id = $2 where case_id = $1", [
        file.caseId,
        another.letter,
      ]),
    ).rejects.toMatchObject({ code: "23503" });
  });

  it("of two confirmations at the same moment one holds, and the other is told so", async () => {
    const file = await addInvited();
    await letters.open(firm.manager, file.letter);
    const both = await Promise.allSettled([
      confirm(firm.manager, file, dayOf(5)),
      confirm(firm.manager, file, dayOf(7)),
    ]);
    const outcomes = both.map((one) =>
      one.status === "fulfilled" ? one.value.confirmed : one.reason instanceof AppError && one.reason.code,
    );
    // Whichever came first; after a different reading the right one still settles it.
    expect([
      [true, "CONFLICT"],
      [true, false],
    ]).toContainEqual(outcomes);
    expect(await windowOf(file)).toMatchObject({ confirmed: firm.manager.actor.userId, disputed: null });
  });
});

describe("in a firm of one", () => {
  it("the second key is a repeat by the same person, after the letter was opened again", async () => {
    const file = await addInvited();
    const others = [firm.manager, firm.otherConsultant].map(({ actor }) => actor.userId);
    await database.owner.query("update app_user set status = 'disabled' where id = any($1)", [others]);
    try {
      await expect(confirm(firm.consultant, file, dayOf(5))).rejects.toMatchObject({
        message: "Open the letter first, and read the date in it.",
      });
      expect(await keysOf(firm.consultant, file)).toMatchObject({ says: null });
      await letters.open(firm.consultant, file.letter);
      expect(await confirm(firm.consultant, file, dayOf(5))).toMatchObject({ confirmed: true });
    } finally {
      await database.owner.query("update app_user set status = 'active' where id = any($1)", [others]);
    }
  });
});

it("every clock that was set here has its class and its formula from the catalogue", async () => {
  const { names, unlike } = await cataloguedClocks(database);
  expect(names).toEqual(expect.arrayContaining(["ita", "profile"]));
  expect(unlike).toEqual([]);
});
