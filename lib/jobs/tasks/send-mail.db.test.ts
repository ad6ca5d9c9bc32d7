import { beforeEach, describe, expect, it } from "vitest";
import { ActorContext, type Caller } from "@/lib/command/actor-context";
import { runCommand } from "@/lib/command/run-command";
import { newId } from "@/lib/ids/id";
import { newToken } from "@/lib/ids/token";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import { deliverMail, type MailTransport, type OutgoingMail } from "@/lib/mail/deliver-mail";
import { openMail } from "@/lib/mail/open-mail";
import { queueMail, type MailToQueue } from "@/lib/mail/queue-mail";

const database = testDatabase();
const firm = testFirm(database);
const worker: Caller = {
  actor: { kind: "system", name: "worker" },
  trace: { requestId: newId(), sessionRef: null, ipPrefix: null },
};

function inWrite<T>(caller: Caller, work: (ctx: ActorContext) => Promise<T>, smtpUrl: string | null = null) {
  const { pools, deps } = firm.runtime;
  return ActorContext.open(pools, { ...deps, smtpUrl }, caller, "write", work);
}

const toConsultant = (): MailToQueue => ({
  kind: "password_changed",
  toUserId: firm.consultant.actor.userId,
});
const queue = (mail = toConsultant(), caller: Caller = worker) =>
  inWrite(caller, (ctx) => queueMail(ctx, mail), "smtp://sink");
const deliver = (id: string, transport: MailTransport | null) =>
  inWrite(worker, (ctx) => deliverMail(ctx, id, transport));

function refusing(responseCode: number): MailTransport {
  return () => Promise.reject(Object.assign(new Error("550 no such user priya@firm.test"), { responseCode }));
}

async function stateOf(id: string) {
  const { rows } = await database.owner.query<Record<string, unknown>>(
    "select state, attempts, last_error, sealed_token from mail where id = $1",
    [id],
  );
  return rows[0];
}

beforeEach(() => database.owner.query("delete from mail"));

describe("a queued mail", () => {
  it("exists with its job, or not at all", async () => {
    const failing = inWrite(
      worker,
      async (ctx) => {
        await queueMail(ctx, toConsultant());
        throw new Error("the change did not happen");
      },
      "smtp://sink",
    );
    await expect(failing).rejects.toThrow("the change did not happen");
    const { rows } = await database.owner.query(
      "select (select count(*)::int from mail) as mails, (select count(*)::int from graphile_worker.jobs) as jobs",
    );
    expect(rows).toEqual([{ mails: 0, jobs: 0 }]);
  });

  it("goes out once, rendered from today's names, under one Message-ID", async () => {
    const id = await queue();
    const sent: OutgoingMail[] = [];
    const transport: MailTransport = (mail) => Promise.resolve(void sent.push(mail));
    await deliver(id, transport);
    await deliver(id, transport);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ to: `${firm.consultant.actor.userId}@firm.test` });
    expect(sent[0]?.text).toContain("Hello Priya Raman,");
    expect(sent[0]?.messageId).toMatch(/^<[0-9a-f]{32}@localhost>$/);
    expect(await stateOf(id)).toMatchObject({ state: "sent", attempts: 1 });
  });

  it("waits after a 4xx, and fails for good after a 5xx, without the server's words", async () => {
    const id = await queue();
    expect(await deliver(id, refusing(451))).toEqual({ state: "again", reason: "SMTP 451" });
    expect(await stateOf(id)).toMatchObject({ state: "queued", attempts: 1, last_error: "SMTP 451" });
    expect(await deliver(id, refusing(550))).toEqual({ state: "failed", caseId: null });
    expect(await stateOf(id)).toMatchObject({ state: "failed", attempts: 2, last_error: "SMTP 550" });
  });

  it("is kept when the mail server was taken away meanwhile", async () => {
    const id = await queue();
    await deliver(id, null);
    expect(await stateOf(id)).toMatchObject({ state: "kept" });
  });

  it("loses the secret of its link once sent, and is not sent with a dead link", async () => {
    const link = (minutes: number) => ({
      token: newToken(),
      expiresAt: new Date(Date.parse("2099-01-01T00:00:00Z") + minutes),
    });
    const alive = await queue({ ...toConsultant(), kind: "password_reset", link: link(0) });
    await deliver(alive, () => Promise.resolve());
    expect(await stateOf(alive)).toMatchObject({ state: "sent", sealed_token: null });
    const dead = await queue({ ...toConsultant(), kind: "password_reset", link: link(0) });
    await database.owner.query("update mail set token_expires_at = now() - interval '1 s' where id = $1", [
      dead,
    ]);
    await deliver(dead, () => Promise.reject(new Error("must not be sent")));
    expect(await stateOf(dead)).toMatchObject({ state: "failed", sealed_token: null });
  });
});

describe("a client's request", () => {
  it("notifies the owner of their case, whoever is named", async () => {
    const file = await firm.addCase();
    const id = await inWrite(file.client, (ctx) =>
      queueMail(ctx, {
        kind: "document_received",
        toUserId: firm.manager.actor.userId,
        caseId: file.caseId,
      }),
    );
    const { rows } = await database.owner.query("select user_id, state, client_id from mail where id = $1", [
      id,
    ]);
    expect(rows).toEqual([{ user_id: file.ownerId, state: "kept", client_id: file.clientId }]);
  });

  it.each(["foreign case", "other kind"])("cannot write about anything else: %s", async (attempt) => {
    const [own, foreign] = [await firm.addCase(), await firm.addCase()];
    const mail: MailToQueue = {
      kind: attempt === "other kind" ? "password_reset" : "message_received",
      toUserId: own.ownerId,
      caseId: attempt === "foreign case" ? foreign.caseId : own.caseId,
    };
    await expect(inWrite(own.client, (ctx) => queueMail(ctx, mail))).rejects.toThrow();
    const { rows } = await database.owner.query("select 1 from mail");
    expect(rows).toEqual([]);
  });
});

describe("the outbox", () => {
  it("shows a live link on a loopback origin, and masks it elsewhere", async () => {
    const token = newToken();
    const link = { token, expiresAt: new Date("2099-01-01T00:00:00Z") };
    const id = await inWrite(worker, (ctx) =>
      queueMail(ctx, { ...toConsultant(), kind: "password_reset", link }),
    );
    const read = (appOrigin: string) => {
      const current = { ...firm.runtime, deps: { ...firm.runtime.deps, appOrigin } };
      return runCommand(current, firm.administrator, openMail, { mailId: id });
    };
    expect((await read("http://localhost:3000")).link?.url).toBe(`http://localhost:3000/reset/${token}`);
    const masked = await read("https://landfall.example");
    expect(masked.link).toBeNull();
    expect(masked.text).not.toContain(token);
  });

  it("says in the log who read which mail, on the timeline of the case it is about", async () => {
    const file = await firm.addCase();
    const about = {
      ...toConsultant(),
      kind: "message_received",
      caseId: file.caseId,
      clientId: file.clientId,
    };
    const id = await inWrite(worker, (ctx) => queueMail(ctx, about as MailToQueue));
    await firm.run(firm.administrator, openMail, { mailId: id });
    const { rows } = await database.owner.query(
      "select actor_id, outcome, case_id, detail from audit_event where event = 'mail.opened' and object_id = $1",
      [id],
    );
    expect(rows).toEqual([
      {
        ...{ actor_id: firm.administrator.actor.userId, outcome: "ok", case_id: file.caseId },
        detail: { kind: "message_received" },
      },
    ]);
  });

  it("is closed to everybody but administrators", async () => {
    const id = await inWrite(worker, (ctx) => queueMail(ctx, toConsultant()));
    const asManager = firm.run(firm.manager, openMail, { mailId: id });
    await expect(asManager).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
