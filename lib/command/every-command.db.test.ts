import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { AppError } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import type { ClientActor, LinkActor, StaffActor } from "@/lib/policy/actor";
import { can } from "@/lib/policy/can";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { addOwnRows } from "@/lib/testing/own-rows";
import { DECIDED_BY, STAFF_ONLY } from "@/lib/testing/decided-by";
import type { Caller } from "./actor-context";
import type { Command } from "./define-command";

/*
 * SECURITY.md S-17: every command of the product × every role, about a case of their own and another's. A command
 * runs as far as its decision; what it would do then is left out, so it needs nothing but the rows that it loads.
 */

const database = testDatabase();
const firm = testFirm(database);

type Viewer = Caller<StaffActor | ClientActor | LinkActor>;

function isCommand(value: unknown): value is Command {
  return typeof value === "object" && value !== null && "authorise" in value && "execute" in value;
}

/** Every command that a file below lib/ exports. */
async function everyCommand(): Promise<Command[]> {
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" })
    .filter((path) => /\.ts$/.test(path) && !/\.test\.ts$|^(?:testing|command)\//.test(path))
    .map((path) => join("lib", path))
    .filter((path) => path.includes("/commands/") || readFileSync(path, "utf8").includes("defineCommand("));
  const modules = await Promise.all(
    files.map((path) => import(resolve(path)) as Promise<Record<string, unknown>>),
  );
  const found = modules.flatMap((module) => Object.values(module).filter(isCommand));
  return [...new Map(found.map((command) => [command.name, command])).values()];
}

const commands = await everyCommand();

let mine: TestCase;
let theirs: TestCase;
/** Rows of the firm, of no case. */
const firmRows = {
  mailId: newId(),
  ruleTableId: newId(),
  runId: newId(),
  roundId: "firm-of-this-test",
  leaveId: newId(),
};
const caseRows = new Map<
  TestCase,
  Record<"requirementId" | "versionId" | "packageId" | "slotId" | "deadlineId" | "escalationId", string>
>();

async function addCaseRows(file: TestCase): Promise<void> {
  const { caseId, clientId, ownerId } = file;
  const [requirementId, documentId, versionId] = [newId(), newId(), newId()];
  const { owner } = database;
  await owner.query(
    `insert into requirement (id, case_id, client_id, rule_key, kind, title, reason, state)
     values ($1, $2, $3, 'by-hand', 'passport', 'Passport', 'Everyone needs one.', 'requested')`,
    [requirementId, caseId, clientId],
  );
  await owner.query(
    "insert into document (id, case_id, client_id, requirement_id, title) values ($1, $2, $3, $4, 'Passport')",
    [documentId, caseId, clientId, requirementId],
  );
  await owner.query(
    `insert into document_version (id, document_id, case_id, client_id, number, file_name, media_type, extension, size,
       sha256, storage_key, wrapped_key, key_id, uploaded_by, uploaded_at)
     values ($1::uuid, $2, $3, $4, 1, 'a.pdf', 'application/pdf', 'pdf', 1, repeat('0', 64), replace($1::text, '-', ''), 'k', 'k', $5, now())`,
    [versionId, documentId, caseId, clientId, ownerId],
  );
  const [packageId, slotId] = [newId(), newId()];
  await owner.query(
    `insert into package (id, case_id, client_id, number, planned_on, created_by, created_at)
     values ($1, $2, $3, 1, '2026-12-15', $4, now())`,
    [packageId, caseId, clientId, ownerId],
  );
  await owner.query(
    `insert into package_slot (id, package_id, case_id, client_id, position, slot_key, kind, title, required)
     values ($1, $2, $3, $4, 0, 'index', 'index', 'Index', false)`,
    [slotId, packageId, caseId, clientId],
  );
  const [deadlineId, escalationId] = [newId(), newId()];
  await owner.query(
    `insert into deadline (id, case_id, client_id, kind, title, source_kind, source_id, time_zone, rule, due_on, hard)
     values ($1, $2, $3, 'closing', 'Closing', 'letter', $1, 'America/Toronto', 'by hand', '2026-12-20', false)`,
    [deadlineId, caseId, clientId],
  );
  await owner.query(
    `insert into escalation (id, deadline_id, case_id, client_id, cause, due_on, raised_at, next_tell_at)
     values ($1, $2, $3, $4, 'last_days', '2026-12-20', now(), now())`,
    [escalationId, deadlineId, caseId, clientId],
  );
  caseRows.set(file, { requirementId, deadlineId, escalationId, versionId, packageId, slotId });
}

beforeAll(async () => {
  mine = await firm.addCase();
  theirs = await firm.addCase({ owner: firm.otherConsultant, name: ["Maria", "Lopes"] });
  await addCaseRows(mine);
  await addCaseRows(theirs);
  const { owner } = database;
  const administrator = firm.administrator.actor.userId;
  await owner.query(
    "insert into mail (id, kind, to_address, user_id, message_id) values ($1, 'password_changed', 'a@b.test', $2, 'm')",
    [firmRows.mailId, administrator],
  );
  await owner.query(
    "insert into staff_leave (id, user_id, from_on, to_on, recorded_at) values ($1, $2, '2026-12-01', '2026-12-02', now())",
    [firmRows.leaveId, firm.otherConsultant.actor.userId],
  );
  await owner.query(
    "insert into rule_table (id, kind, key, body, created_by) values ($1, 'crs', 'CRS-test', '{}', $2)",
    [firmRows.ruleTableId, administrator],
  );
  await owner.query(
    "insert into rule_run (id, kind, reason, on_date, requested_at) values ($1, 'rescore', 'day', '2026-11-23', now())",
    [firmRows.runId],
  );
  await owner.query(
    `insert into round (id, date, at, name, program, category_based, invitations, lowest_crs, source)
     values ($1, '2026-01-07', now(), 'A round', 'CEC', false, 1, 500, 'test')`,
    [firmRows.roundId],
  );
});

/** A reservation of this person's on this case: nobody sees another's. */
async function addUpload(file: TestCase, userId: string): Promise<string> {
  const id = newId();
  await database.owner.query(
    "insert into upload (id, case_id, client_id, user_id, file_name, title, size) values ($1, $2, $3, $4, 'a.pdf', 'A', 1)",
    [id, file.caseId, file.clientId, userId],
  );
  return id;
}

async function addSession(userId: string): Promise<string> {
  const hash = Buffer.from(newId().replaceAll("-", ""), "hex");
  await database.owner.query(
    "insert into auth_session (token_hash, user_id, expires_at) values ($1, $2, now() + interval '1 hour')",
    [hash, userId],
  );
  return hash.subarray(0, 8).toString("hex");
}

/** The calendar feed of this person, in place of the one they had. */
async function addFeed(userId: string): Promise<string | null> {
  const { owner } = database;
  const { rows } = await owner.query<{ id: string }>("select id from app_user where id = $1", [userId]);
  if (rows.length === 0) return newId();
  await owner.query("delete from calendar_feed where user_id = $1", [userId]);
  const id = newId();
  await owner.query(
    "insert into calendar_feed (id, user_id, token_hash, created_at) values ($1, $2, $3, now())",
    [id, userId, Buffer.from(id)],
  );
  return id;
}

/** Whatever a command may ask for: each takes from it what it loads. */
async function inputAbout(name: string, { actor }: Viewer, file: TestCase): Promise<Record<string, unknown>> {
  const about = file === mine ? actor.userId : firm.otherConsultant.actor.userId;
  const seesAll = actor.kind === "staff" && actor.role !== "consultant";
  const ids: Record<string, string> = { "round.correct": firmRows.roundId };
  const { taskId, snoozeId, draftId } = await addOwnRows(
    database.owner,
    { ...file, versionId: caseRows.get(file)?.versionId ?? "" },
    actor.kind === "link" ? file.ownerId : actor.userId,
  );
  return {
    ...{ caseId: file.caseId, caseIds: [file.caseId], number: file.number, ...caseRows.get(file) },
    ...{
      taskId,
      snoozeId,
      key: `task-${taskId}`,
      ...(name === "message.discard-file" && { versionId: draftId }),
    },
    ...(name === "report.export" && { name: "on-time", file: "cases.csv" }),
    ...{
      uploadId: await addUpload(file, seesAll ? actor.userId : about),
      // A link has no session.
      sessionId: await addSession(actor.kind === "link" ? firm.otherConsultant.actor.userId : about),
    },
    ...{ leaveId: firmRows.leaveId, feedId: await addFeed(actor.kind === "link" ? about : actor.userId) },
    ...{ userId: firm.otherConsultant.actor.userId, mailId: firmRows.mailId, runId: firmRows.runId },
    ...{ id: ids[name] ?? firmRows.ruleTableId, roundId: firmRows.roundId },
    ...{ email: "somebody@nowhere.test", token: "A".repeat(43), query: "", version: 1 },
  };
}

/** Somebody without an account, with a link for an item of this case. */
async function addLinkHolder(file: TestCase): Promise<Caller<LinkActor>> {
  const { caseId, clientId, ownerId } = file;
  const [userId, requirementId] = [newId(), caseRows.get(file)?.requirementId ?? ""];
  await database.owner.query(
    `insert into item_link (id, case_id, client_id, requirement_id, token_hash, created_by, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, now(), now() + interval '7 days')`,
    [userId, caseId, clientId, requirementId, Buffer.from(userId), ownerId],
  );
  const { trace } = file.client;
  return { actor: { kind: "link", userId, caseId, clientId, requirementId }, trace };
}

/** A link announces files for its item and brings their bytes; that is all of it. */
const BY_LINK = ["item-link.reserve", "upload.complete", "upload.refuse"];

class Reached extends Error {}

/**
 * How far the command came: `allowed`, or how it was refused. Anything else is a defect, and is said: also the
 * database's own "permission denied", which the product would log as unexpected.
 */
async function outcomeOf(command: Command, viewer: Viewer, file: TestCase): Promise<string> {
  const upToTheDecision: Command = {
    ...command,
    input: z.looseObject({}),
    execute: () => Promise.reject(new Reached()),
  };
  try {
    await firm.run(viewer, upToTheDecision, await inputAbout(command.name, viewer, file));
    return "it ran";
  } catch (error) {
    if (error instanceof Reached) return "allowed";
    if (error instanceof AppError && error.code === "FORBIDDEN") return "forbidden";
    if (error instanceof AppError && error.code === "NOT_FOUND") return "not found";
    const cause = (error as Error).cause ?? error;
    return `broke: ${(error as Error).message} ${(cause as Error).message}`;
  }
}

function mayDo(name: string, { actor }: Viewer, file: TestCase): boolean {
  if (actor.kind === "link") return BY_LINK.includes(name) && (file === mine || name === "item-link.reserve");
  const staffOnly = STAFF_ONLY[name];
  if (staffOnly) return actor.kind === "staff" && can(actor, staffOnly, file).allowed;
  const decider = DECIDED_BY[name];
  if (decider === undefined || decider === "system") return false;
  if (decider === "own language") return actor.kind === "client";
  if (decider === "own calendar") return true;
  if (decider === "own session")
    return (actor.kind === "staff" && file === mine) || can(actor, "user.manage").allowed;
  return can(actor, decider, file).allowed;
}

it("every command has a line here that says who decides, and every line a command", () => {
  const lines = [...Object.keys(DECIDED_BY), ...Object.keys(STAFF_ONLY)];
  expect(commands.map(({ name }) => name).sort()).toEqual(lines.sort());
});

it.each(commands.map((command) => [command.name, command] as const))(
  "%s is refused to everybody whom the policy does not name",
  async (name, command) => {
    const viewers = {
      consultant: firm.consultant,
      manager: firm.manager,
      administrator: firm.administrator,
      client: mine.client,
      link: await addLinkHolder(mine),
    };
    const found: Record<string, string> = {};
    const expected: Record<string, unknown> = {};
    for (const [role, viewer] of Object.entries(viewers)) {
      for (const [whose, file] of [
        ["own", mine],
        ["another's", theirs],
      ] as const) {
        const cell = `${role}, ${whose}`;
        found[cell] = await outcomeOf(command, viewer, file);
        const refused = expect.stringMatching(/^(?:forbidden|not found)$/) as unknown;
        expected[cell] = mayDo(name, viewer, file) ? "allowed" : refused;
      }
    }
    expect(found).toEqual(expected);
  },
);
