/** What a client's pages are made of: their own rows, nobody else's, and nothing the firm keeps to itself. */
import { beforeAll, describe, expect, it } from "vitest";
import { acceptDocument } from "@/lib/checklist/commands/accept-document";
import { returnDocument } from "@/lib/checklist/commands/return-document";
import { specOf } from "@/lib/checklist/rules";
import { isClientContext, type Caller, type ClientContext } from "@/lib/command/actor-context";
import { openDocument } from "@/lib/documents/commands/open-document";
import { newId } from "@/lib/ids/id";
import { sendMessage } from "@/lib/messages/commands/send-message";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { getPortalDocument } from "./document/queries";
import { getPortalFrame, getPortalHome, getPortalList, getPortalOpenings } from "./queries";

const database = testDatabase();
const firm = testFirm(database);

const CANARY = "internal-note-canary";
const CERTIFICATE = "Police certificate, India";

let mine: TestCase;
let foreign: TestCase;

function asClient<T>(file: TestCase, query: (ctx: ClientContext) => Promise<T>): Promise<T> {
  return firm.read(file.client, (ctx) => {
    if (!isClientContext(ctx)) throw new Error("the caller is a client");
    return query(ctx);
  });
}

async function addLine(
  file: TestCase,
  line: { kind: string; title: string; state: string; person?: string },
) {
  const id = newId();
  await database.owner.query(
    `insert into requirement (id, case_id, client_id, person_id, rule_key, kind, title, reason, responsible, state,
       lead_days, requested_at, received_at, waived_reason)
     values ($1, $2, $3, $4, $5, $6, $7, 'Needed', 'client', $8, 5, now(), now(), $9)`,
    [id, file.caseId, file.clientId, line.person ?? null, newId(), line.kind, line.title, line.state, CANARY],
  );
  return id;
}

/** A line with one received file, by its client. */
async function addReceived(file: TestCase, kind: string, title: string) {
  const requirementId = await addLine(file, { kind, title, state: "received", person: file.principalId });
  const [documentId, versionId] = [newId(), newId()];
  await database.owner.query(
    "insert into document (id, case_id, client_id, requirement_id, title) values ($1, $2, $3, $4, $5)",
    [documentId, file.caseId, file.clientId, requirementId, title],
  );
  await database.owner.query(
    `insert into document_version (id, document_id, case_id, client_id, number, file_name, media_type, extension, size,
       sha256, storage_key, wrapped_key, key_id, uploaded_by, uploaded_at)
     values ($1, $2, $3, $4, 1, 'scan.pdf', 'application/pdf', 'pdf', 10, 'x', $5, 'secret-wrapped-key', 'k1', $6, now())`,
    [
      versionId,
      documentId,
      file.caseId,
      file.clientId,
      versionId.replaceAll("-", ""),
      file.client.actor.userId,
    ],
  );
  return { requirementId, versionId, version: 1 };
}

async function invite(file: TestCase) {
  const profileId = newId();
  await database.owner.query(
    `insert into express_entry_profile (id, case_id, client_id, profile_number, submitted_at, expires_at, crs_score,
       ruleset_id, status, recorded_by, recorded_at)
     values ($1, $2, $3, $4, now(), now() + interval '1 year', 512, 'CRS-2025-03-25', 'invited', $5, now())`,
    [profileId, file.caseId, file.clientId, `E${profileId.slice(0, 8)}`, file.ownerId],
  );
  await database.owner.query(
    `insert into invitation (id, case_id, client_id, profile_id, received_at, issue_date, time_zone, invitation_class,
       crs_score, ruleset_id, computed_deadline, deadline_date, facts_at_invitation, recorded_by, recorded_at)
     values ($1, $2, $3, $4, now(), (now() at time zone 'America/Toronto')::date, 'America/Toronto', 'CEC', 512, 'CRS-2025-03-25',
       (now() at time zone 'America/Toronto')::date + 60, (now() at time zone 'America/Toronto')::date + 60, '{}', $5, now())`,
    [newId(), file.caseId, file.clientId, profileId, file.ownerId],
  );
}

async function everyPage(file: TestCase, requirementId: string): Promise<string> {
  const pages = await asClient(file, async (ctx) => [
    await getPortalFrame(ctx),
    await getPortalHome(ctx),
    await getPortalList(ctx),
    await getPortalOpenings(ctx, null),
    await getPortalDocument(ctx, requirementId),
  ]);
  return JSON.stringify(pages);
}

const openAs = (caller: Caller, versionId: string, how: "view" | "download" = "view") =>
  firm.run(caller, openDocument, { versionId, how, range: false });

let letter: Awaited<ReturnType<typeof addReceived>>;
let theirs: Awaited<ReturnType<typeof addReceived>>;

beforeAll(async () => {
  mine = await firm.addCase({ stage: "APPLICATION_PREPARATION" });
  foreign = await firm.addCase({
    stage: "APPLICATION_PREPARATION",
    owner: firm.otherConsultant,
    name: ["Omar", "Haddad"],
  });
  for (const file of [mine, foreign]) {
    await invite(file);
    await database.owner.query("update case_file set enquiry_note = $2, source = $2 where id = $1", [
      file.caseId,
      CANARY,
    ]);
    await database.owner.query(
      "insert into case_note (id, case_id, author_id, body) values ($1, $2, $3, $4)",
      [newId(), file.caseId, file.ownerId, CANARY],
    );
  }
  letter = await addReceived(mine, "reference_letter", "Reference letter, Lumen Analytics");
  theirs = await addReceived(foreign, "passport", "Passport of Omar");
  await addLine(mine, { kind: "photo", title: "Digital photo", state: "requested" });
  await addLine(mine, { kind: "police", title: CERTIFICATE, state: "waived" });
});

describe("the client's own pages", () => {
  it("count every required document in one part, as the case itself counts them", async () => {
    const home = await asClient(mine, getPortalHome);
    expect(home.parts).toEqual({ accepted: 1, with_us: 1, on_the_way: 0, for_you: 1 });
    const { rows } = await database.owner.query(
      "select required_count, accepted_count from case_file where id = $1",
      [mine.caseId],
    );
    expect(rows).toEqual([{ required_count: 3, accepted_count: home.parts.accepted }]);
    expect(home.groups.map(({ person }) => person?.relation ?? null)).toEqual(["you", null]);
  });

  it("count the days to the last day of the invitation", async () => {
    const { window, phase } = await asClient(mine, getPortalHome);
    expect([window?.daysLeft, phase]).toEqual([60, "window"]);
  });

  it("lead to what came back, with the reason as it was written, and to a free way to send it again", async () => {
    await firm.run(firm.consultant, returnDocument, {
      ...letter,
      code: "other",
      message: "It does not say how many hours a week you work.",
    });
    const { next } = await asClient(mine, getPortalHome);
    expect(next).toMatchObject({
      kind: "redo",
      item: {
        id: letter.requirementId,
        returned: { reason: "It does not say how many hours a week you work." },
      },
    });
    const document = await asClient(mine, (ctx) => getPortalDocument(ctx, letter.requirementId));
    expect(document.upload).toEqual({ allowed: true });
    expect(document.versions).toMatchObject([
      { number: 1, sentByYou: true, state: "returned", preview: "pdf" },
    ]);
  });

  it("take nothing more for what is accepted", async () => {
    const photo = await addReceived(mine, "photo", "Digital photo");
    const line = { ruleKey: "", kind: "photo", personId: null, subject: null };
    const points = [...specOf(line, null).acceptancePoints];
    await firm.run(firm.consultant, acceptDocument, { ...photo, points, agreed: [] });
    const { upload } = await asClient(mine, (ctx) => getPortalDocument(ctx, photo.requirementId));
    expect(upload.allowed).toBe(false);
  });

  it("show the firm's last message, and how many are new", async () => {
    await firm.run(firm.consultant, sendMessage, { caseId: mine.caseId, body: "Only the letter is left." });
    const { message } = await asClient(mine, getPortalHome);
    expect(message).toMatchObject({ authorName: "Priya Raman", body: "Only the letter is left." });
    expect(await asClient(mine, getPortalFrame)).toMatchObject({
      givenName: "Neha",
      consultant: "Priya Raman",
      unread: 1,
    });
  });

  it("say who of the firm had a document open, and not that the client had", async () => {
    await openAs(firm.consultant, letter.versionId);
    await openAs(firm.manager, letter.versionId);
    await openAs(mine.client, letter.versionId);
    await openAs(firm.otherConsultant, theirs.versionId);
    await openAs(firm.consultant, letter.versionId, "download");
    const { openings, older } = await asClient(mine, (ctx) => getPortalOpenings(ctx, null));
    expect(
      openings.map(({ name, role, title, times }) => [name, role, title, times.map(({ saved }) => saved)]),
    ).toEqual([
      ["Priya Raman", "owner", "Reference letter, Lumen Analytics", [true, false]],
      ["Anjali Jain", "manager", "Reference letter, Lumen Analytics", [false]],
    ]);
    expect(older).toBeNull();
    const before = openings[1]?.at ?? null;
    const earlier = await asClient(mine, (ctx) => getPortalOpenings(ctx, before));
    expect(earlier.openings.map(({ name }) => name)).toEqual(["Priya Raman"]);
  });
});

describe("what a client never gets", () => {
  it("is another client's document: it is not there", async () => {
    for (const id of [theirs.requirementId, newId(), "not-an-id"]) {
      await expect(asClient(mine, (ctx) => getPortalDocument(ctx, id))).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
    expect(await everyPage(mine, letter.requirementId)).not.toMatch(/Omar|Haddad/);
  });

  it("is what the firm keeps to itself: notes, reasons, addresses of staff, keys, lead times", async () => {
    const pages = await everyPage(mine, letter.requirementId);
    expect(pages).not.toContain(CANARY);
    expect(pages).not.toContain("@firm.test");
    expect(pages).not.toContain("secret-wrapped-key");
    expect(pages).not.toMatch(/leadDays|waivedReason|crsScore|pointsMet|storageKey/);
  });
});
