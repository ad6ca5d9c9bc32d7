import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET as land } from "@/app/(public)/send/[token]/route";
import { PUT } from "@/app/api/uploads/by-link/[ref]/[id]/route";
import { POST } from "@/app/api/uploads/by-link/[ref]/route";
import { getRequirement } from "@/lib/checklist/queries";
import { listVersionsOf } from "@/lib/documents/queries";
import { hashToken, newToken } from "@/lib/ids/token";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { samplePdf } from "@/lib/testing/sample-files";
import { testUploads } from "@/lib/testing/uploads";
import { createLink } from "@/lib/item-links/commands/create-link";
import { revokeLink } from "@/lib/item-links/commands/revoke-link";
import { getLinksOfItem } from "@/lib/item-links/queries";
import { LINK_FILES } from "@/lib/item-links/rules";

const database = testDatabase();
const firm = testFirm(database);
const { addLine, reserve, put, rowsOf } = testUploads(database, firm);

const ORIGIN = "http://localhost:3000";
const shared = globalThis as typeof globalThis & { landfallRuntime?: unknown; landfallPulse?: unknown };

beforeAll(() => {
  const env = { appOrigin: ORIGIN, trustedProxyHops: 0 };
  shared.landfallRuntime = Promise.resolve({ ...firm.runtime, env });
  shared.landfallPulse = { pool: database.app };
});
afterAll(() => {
  delete shared.landfallRuntime;
  delete shared.landfallPulse;
});

const OURS = { origin: ORIGIN, "sec-fetch-site": "same-origin" };

/** A browser that has opened the link: the short name in the address, and the cookie. */
async function openedBy(token: string): Promise<{ ref: string; cookie: string }> {
  const answer = await land(new NextRequest(`${ORIGIN}/send/${token}`), {
    params: Promise.resolve({ token }),
  });
  const [cookie = ""] = (answer.headers.get("set-cookie") ?? "").split(";");
  return { ref: new URL(answer.headers.get("location") ?? ORIGIN).searchParams.get("item") ?? "", cookie };
}

interface LinkBrowser {
  ref: string;
  cookie: string;
}

async function announce(
  { ref, cookie }: LinkBrowser,
  bytes: Buffer,
  more: Record<string, unknown> = {},
  headers: Record<string, string> = {},
) {
  const body = { sender: "Omar Haddad", fileName: "letter.pdf", size: bytes.length, ...more };
  const request = new NextRequest(`${ORIGIN}/api/uploads/by-link/${ref}`, {
    method: "POST",
    headers: { ...OURS, ...headers, cookie, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return POST(request, { params: Promise.resolve({ ref }) });
}

async function bring({ ref, cookie }: LinkBrowser, announced: Response, bytes: Buffer) {
  const { id: path } = (await announced.json()) as { id: string };
  const id = path.split("/").at(-1) ?? "";
  const request = new NextRequest(`${ORIGIN}/api/uploads/${path}`, {
    method: "PUT",
    headers: { ...OURS, cookie, "content-length": String(bytes.length) },
    body: new Uint8Array(bytes),
  });
  return PUT(request, { params: Promise.resolve({ ref, id }) });
}

const tokenOf = (url: string | null) => url?.split("/").at(-1) ?? "";

/** A link for a reference letter, made by the client, and a browser that opened it. */
async function linked() {
  const file = await firm.addCase();
  const line = await addLine(file, "requested", "Reference letter");
  const made = await firm.run(file.client, createLink, { requirementId: line });
  const token = tokenOf(made.url);
  return { file, line, made, token, browser: await openedBy(token) };
}

async function send(sample: { browser: LinkBrowser }, bytes = samplePdf()) {
  const announced = await announce(sample.browser, bytes);
  return announced.status === 201 ? bring(sample.browser, announced, bytes) : announced;
}

describe("a link for one item", () => {
  it("is made by the client and by the firm for their own; only its hash is kept, for seven days", async () => {
    const { file, line, made, token } = await linked();
    const { rows } = await database.owner.query<{ token_hash: Buffer; days: number }>(
      "select token_hash, extract(day from expires_at - created_at)::int as days from item_link where id = $1",
      [made.linkId],
    );
    expect(rows).toEqual([{ token_hash: hashToken(token), days: 7 }]);
    await firm.run(firm.consultant, createLink, { requirementId: line });
    for (const [caller, code] of [
      [firm.otherConsultant, "NOT_FOUND"],
      [firm.administrator, "FORBIDDEN"],
      [(await firm.addCase()).client, "NOT_FOUND"],
    ] as const)
      await expect(firm.run(caller, createLink, { requirementId: line })).rejects.toMatchObject({ code });
    const kept = JSON.stringify((await database.owner.query("select * from audit_event")).rows);
    expect(kept).not.toContain(token);
    expect((await firm.eventsOf(file.caseId)).map(({ event }) => event)).toContain("item_link.made");
  });

  it("brings a file for its item; the firm sees who it says it came from, and the owner is told", async () => {
    const { file, line, browser, made } = await linked();
    const answer = await send({ browser });
    expect(answer.status).toBe(201);
    const body = (await answer.json()) as { document: Record<string, unknown> };
    // Nothing about what there was before: no number, no name.
    expect(Object.keys(body.document).sort()).toEqual(["receivedAt", "versionId"]);
    expect((await firm.read(firm.manager, (ctx) => getRequirement(ctx, line))).state).toBe("received");
    const versions = await firm.read(firm.manager, (ctx) => listVersionsOf(ctx, line));
    expect(versions).toMatchObject([{ senderName: "Omar Haddad", uploadedBy: made.linkId }]);
    const { links } = await firm.read(firm.consultant, (ctx) => getLinksOfItem(ctx, line));
    expect(links).toMatchObject([{ state: "open", received: [{ senderName: "Omar Haddad" }] }]);
    const { rows } = await database.owner.query(
      "select actor_role, actor_id from audit_event where case_id = $1 and event = 'document.received'",
      [file.caseId],
    );
    expect(rows).toEqual([{ actor_role: "link", actor_id: made.linkId }]);
    const mails = await database.owner.query("select kind, user_id from mail where case_id = $1", [
      file.caseId,
    ]);
    expect(mails.rows).toEqual([{ kind: "document_received", user_id: file.ownerId }]);
  });

  it("is opened as often as one likes, and brings several files, up to a bound", async () => {
    const { file, browser, token } = await linked();
    expect(await openedBy(token)).toEqual(browser);
    for (let sent = 0; sent < LINK_FILES; sent += 1) expect((await send({ browser })).status).toBe(201);
    expect((await announce(browser, samplePdf())).status).toBe(507);
    expect(await rowsOf(file)).toHaveLength(LINK_FILES);
  });

  it("brings nothing for another item, whatever is asked for", async () => {
    const { file, line, browser } = await linked();
    const other = await addLine(file, "requested", "Photo");
    const bytes = samplePdf();
    const asked = { requirementId: other, caseId: file.caseId, title: "Another" };
    const answer = await bring(browser, await announce(browser, bytes, asked), bytes);
    expect(answer.status).toBe(201);
    expect(await firm.read(firm.manager, (ctx) => listVersionsOf(ctx, other))).toEqual([]);
    expect(await firm.read(firm.manager, (ctx) => listVersionsOf(ctx, line))).toHaveLength(1);
  });

  it("does not go on with somebody else's upload of the same item", async () => {
    const { file, line, browser } = await linked();
    const bytes = samplePdf();
    const uploadId = await reserve(file.client, file, bytes, { requirementId: line, title: null });
    const stolen = Response.json({ id: `by-link/${browser.ref}/${uploadId}` });
    expect((await bring(browser, stolen, bytes)).status).toBe(404);
    expect((await put(file.client, uploadId, bytes)).outcome).toBe("received");
  });

  it("announces a file once, however often its sender's phone says it", async () => {
    const { browser } = await linked();
    const [bytes, again] = [samplePdf(), { "idempotency-key": newToken() }];
    const first = (await (await announce(browser, bytes, {}, again)).json()) as { id: string };
    const second = (await (await announce(browser, bytes, {}, again)).json()) as { id: string };
    expect(first.id).toMatch(/^by-link\//);
    expect(second.id).toBe(first.id);
  });
});

describe("a link that does not work any more", () => {
  const dead: Readonly<Record<string, (file: TestCase, line: string, linkId: string) => Promise<unknown>>> = {
    "revoked by the client": (file, line, linkId) =>
      firm.run(file.client, revokeLink, { requirementId: line, linkId }),
    "revoked by the firm": (_file, line, linkId) =>
      firm.run(firm.consultant, revokeLink, { requirementId: line, linkId }),
    expired: (_file, _line, linkId) =>
      database.owner.query(
        `update item_link set created_at = now() - interval '7 days 1 second', expires_at = now() - interval '1 second'
         where id = $1`,
        [linkId],
      ),
    "for an accepted item": (_file, line) =>
      database.owner.query("update requirement set state = 'accepted' where id = $1", [line]),
    "for a waived item": (_file, line) =>
      database.owner.query("update requirement set state = 'waived' where id = $1", [line]),
    "for an item that the facts do not call for any more": (_file, line) =>
      database.owner.query("update requirement set no_longer_needed = true where id = $1", [line]),
    "of a case at its end": (file) =>
      database.owner.query("update case_file set stage = 'CLOSED' where id = $1", [file.caseId]),
  };

  it.each(Object.entries(dead))(
    "%s: takes no announcement, nor the bytes of an earlier one",
    async (_, end) => {
      const { file, line, browser, made } = await linked();
      const bytes = samplePdf();
      const announced = await announce(browser, bytes);
      await end(file, line, made.linkId);
      expect((await announce(browser, bytes)).status).toBe(404);
      expect((await bring(browser, announced, bytes)).status).toBe(404);
      expect(await rowsOf(file)).toEqual([]);
    },
  );

  it("is refused in the same words as one that never was", async () => {
    const { file, line, browser, made } = await linked();
    await firm.run(file.client, revokeLink, { requirementId: line, linkId: made.linkId });
    const revoked = await announce(browser, samplePdf());
    const unknown = await announce(await openedBy(newToken()), samplePdf());
    expect([revoked.status, unknown.status]).toEqual([404, 404]);
    expect(await revoked.text()).toBe(await unknown.text());
  });

  it("is not found by trying: a network that guesses is turned away, whatever it brings next", async () => {
    const { browser } = await linked();
    const from = { "x-forwarded-for": "203.0.113.7" };
    const guess = async () => (await announce(await openedBy(newToken()), samplePdf(), {}, from)).status;
    const answers = [];
    for (let tries = 0; tries < 31; tries += 1) answers.push(await guess());
    expect([answers[0], answers.at(-1)]).toEqual([404, 429]);
    expect((await announce(browser, samplePdf(), {}, from)).status).toBe(429);
    expect((await announce(browser, samplePdf())).status).toBe(201);
  });
});

describe("a link that the firm mails", () => {
  it("goes to one address with its secret sealed, from a client's request too, a few times a day", async () => {
    const file = await firm.addCase();
    const mail = async (caller: typeof file.client | typeof firm.consultant, mailTo: string) => {
      const line = await addLine(file, "requested", "Reference letter");
      return firm.run(caller, createLink, { requirementId: line, mailTo, language: "fr" });
    };
    expect((await mail(file.client, "boss@works.test")).url).toBeNull();
    await mail(firm.consultant, "boss@works.test");
    const { rows } = await database.owner.query<{ to_address: string; sealed_token: string | null }>(
      "select to_address, sealed_token from mail where case_id = $1 and kind = 'item_link'",
      [file.caseId],
    );
    expect(rows.map(({ to_address }) => to_address)).toEqual(["boss@works.test", "boss@works.test"]);
    expect(rows.every(({ sealed_token }) => sealed_token !== null)).toBe(true);
    for (let sent = rows.length; sent < 10; sent += 1) await mail(file.client, `p${sent}@works.test`);
    await expect(mail(file.client, "one-more@works.test")).rejects.toMatchObject({ code: "THROTTLED" });
    await expect(mail(file.client, "two@works.test, three@works.test")).rejects.toMatchObject({
      code: "INVALID",
    });
  });
});
