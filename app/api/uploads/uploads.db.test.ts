import { createHash } from "node:crypto";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Caller } from "@/lib/command/actor-context";
import { hashToken, newToken } from "@/lib/ids/token";
import type { ClientActor, StaffActor } from "@/lib/policy/actor";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { samplePdf, samplePng } from "@/lib/testing/sample-files";
import { GET as download } from "../documents/[versionId]/route";
import { GET as view } from "../documents/[versionId]/view/route";
import { PUT } from "./[id]/route";
import { POST } from "./route";

const database = testDatabase();
const firm = testFirm(database);

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

type SignedInCaller = Caller<StaffActor | ClientActor>;

/** The headers of somebody's browser on our own page. */
async function browserOf(caller: SignedInCaller | null): Promise<Record<string, string>> {
  const headers = { origin: ORIGIN, "sec-fetch-site": "same-origin" };
  if (caller === null) return headers;
  const token = newToken();
  await database.owner.query(
    `insert into auth_session (token_hash, user_id, created_at, last_seen_at, expires_at)
     values ($1, $2, now(), now(), now() + interval '1 hour')`,
    [hashToken(token), caller.actor.userId],
  );
  return { ...headers, cookie: `landfall=${token}` };
}

async function post(caller: SignedInCaller | null, body: unknown, extra: Record<string, string> = {}) {
  const headers = { ...(await browserOf(caller)), ...extra };
  return POST(
    new NextRequest(`${ORIGIN}/api/uploads`, { method: "POST", headers, body: JSON.stringify(body) }),
  );
}

async function put(caller: SignedInCaller, id: string, bytes: Buffer, extra: Record<string, string> = {}) {
  const headers = { ...(await browserOf(caller)), "content-length": String(bytes.length), ...extra };
  const request = new NextRequest(`${ORIGIN}/api/uploads/${id}`, {
    method: "PUT",
    headers,
    body: new Uint8Array(bytes),
  });
  return PUT(request, { params: Promise.resolve({ id }) });
}

async function get(
  handler: typeof download,
  caller: SignedInCaller | null,
  versionId: string,
  extra: Record<string, string> = {},
) {
  const headers = { ...(await browserOf(caller)), ...extra };
  const request = new NextRequest(`${ORIGIN}/api/documents/${versionId}`, { headers });
  return handler(request, { params: Promise.resolve({ versionId }) });
}

const announced = (file: TestCase, bytes: Buffer, fileName = "scan.pdf") => ({
  caseId: file.caseId,
  requirementId: null,
  title: "Letter",
  fileName,
  size: bytes.length,
});

async function sent(caller: SignedInCaller, file: TestCase, bytes: Buffer, fileName?: string) {
  const reserved = (await (await post(caller, announced(file, bytes, fileName))).json()) as { id: string };
  const answer = await put(caller, reserved.id, bytes);
  const body = (await answer.json()) as { document: { versionId: string; sha256: string } };
  return { status: answer.status, id: reserved.id, ...body };
}

async function openingsOf(versionId: string) {
  const { rows } = await database.owner.query<{ event: string; detail: { how?: string; code?: string } }>(
    "select event, detail from audit_event where object_id = $1 and event in ('document.opened', 'document.refused') order by at",
    [versionId],
  );
  return rows.map(({ event, detail }) => [event, detail.how ?? detail.code]);
}

describe("POST and PUT /api/uploads", () => {
  it("reserves, takes the bytes with 201, and answers 200 to the same PUT", async () => {
    const file = await firm.addCase();
    const bytes = samplePdf();
    const { status, id, document } = await sent(file.client, file, bytes);
    expect(status).toBe(201);
    expect(document.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    const again = await put(file.client, id, bytes);
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(JSON.parse(JSON.stringify({ document })));
  });

  it("answers 401 to nobody, 403 to another site, 404 to a foreign case and a random id", async () => {
    const file = await firm.addCase();
    const bytes = samplePdf();
    expect((await post(null, announced(file, bytes))).status).toBe(401);
    expect((await post(file.client, announced(file, bytes), { origin: "https://evil.example" })).status).toBe(
      403,
    );
    const foreign = await firm.addCase({ owner: firm.otherConsultant });
    const hidden = await post(file.client, announced(foreign, bytes));
    const missing = await post(file.client, {
      ...announced(foreign, bytes),
      caseId: "7f2c8a9e-3a0e-4a2e-9d3b-1f6f2f3b4c5d",
    });
    expect([hidden.status, missing.status]).toEqual([404, 404]);
    expect(await hidden.text()).toBe(await missing.text());
    expect((await put(file.client, "../../etc", bytes)).status).toBe(404);
  });

  it("maps refusals: 413, 415, 422", async () => {
    const file = await firm.addCase();
    const post413 = await post(file.client, { ...announced(file, samplePdf()), size: 26 * 1024 * 1024 });
    expect(post413.status).toBe(413);
    expect((await post(file.client, { ...announced(file, samplePdf()), size: 0 })).status).toBe(422);
    const png = samplePng();
    const { id } = (await (await post(file.client, announced(file, png))).json()) as { id: string };
    const wrong = await put(file.client, id, png);
    expect(wrong.status).toBe(415);
    expect(await wrong.json()).toMatchObject({
      error: { message: expect.stringContaining("it is not a PDF") },
    });
  });

  it("does one reservation for one idempotency key", async () => {
    const file = await firm.addCase();
    const body = announced(file, samplePdf());
    const answers = [];
    for (let time = 0; time < 2; time += 1) {
      answers.push(await (await post(file.client, body, { "idempotency-key": "k1" })).json());
    }
    expect(answers[0]).toEqual(answers[1]);
  });
});

describe("GET /api/documents", () => {
  it("gives back the same bytes, as an attachment that is never active, with a row before the first byte", async () => {
    const file = await firm.addCase();
    const bytes = samplePdf({ padding: 200_000 });
    const name = "Lettre d’emploi “2026”.pdf";
    const { document } = await sent(file.client, file, bytes, name);
    const answer = await get(download, file.client, document.versionId);
    // The row stands although nobody has read a byte yet.
    expect(await openingsOf(document.versionId)).toEqual([["document.opened", "download"]]);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-length": String(bytes.length),
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
      "cache-control": "private, no-store",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename="document\.pdf"; filename\*=UTF-8''[\x21-\x7e]+$/,
    );
  });

  it("serves a range, and says 416 outside", async () => {
    const file = await firm.addCase();
    const bytes = samplePdf({ padding: 200_000 });
    const { document } = await sent(firm.consultant, file, bytes);
    const part = await get(download, firm.consultant, document.versionId, { range: "bytes=65530-65545" });
    expect(part.status).toBe(206);
    expect(part.headers.get("content-range")).toBe(`bytes 65530-65545/${bytes.length}`);
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(65_530, 65_546));
    const outside = await get(download, firm.consultant, document.versionId, { range: "bytes=9999999-" });
    expect(outside.status).toBe(416);
    expect(await openingsOf(document.versionId)).toEqual([
      ["document.opened", "range"],
      ["document.opened", "range"],
    ]);
  });

  it("is 404 to a colleague and 403 to an administrator, each with its row", async () => {
    const file = await firm.addCase();
    const { document } = await sent(file.client, file, samplePdf());
    expect((await get(download, firm.otherConsultant, document.versionId)).status).toBe(404);
    expect((await get(view, firm.administrator, document.versionId)).status).toBe(403);
    expect((await get(download, null, document.versionId)).status).toBe(401);
    expect(await openingsOf(document.versionId)).toEqual([
      ["document.refused", "NOT_FOUND"],
      ["document.refused", "FORBIDDEN"],
    ]);
  });

  it("shows pictures and plain PDF, and only saves what could act", async () => {
    const file = await firm.addCase();
    const active = await sent(file.client, file, samplePdf({ extra: "/OpenAction 9 0 R" }));
    const picture = await sent(file.client, file, samplePng(), "photo.png");
    expect((await get(view, firm.consultant, active.document.versionId)).status).toBe(415);
    expect((await get(download, firm.consultant, active.document.versionId)).status).toBe(200);
    const shown = await get(view, firm.consultant, picture.document.versionId);
    expect([shown.status, shown.headers.get("content-type")]).toEqual([200, "image/png"]);
  });

  it("fails before the first wrong byte when the object was exchanged", async () => {
    const file = await firm.addCase();
    const one = await sent(file.client, file, samplePdf());
    const two = await sent(file.client, file, samplePdf());
    await database.owner.query(
      "update document_version set storage_key = translate(left(storage_key, 1), '0123456789abcdef', '123456789abcdef0') || substr(storage_key, 2) where id = $1",
      [one.document.versionId],
    );
    expect((await get(download, file.client, one.document.versionId)).status).toBe(500);
    expect((await get(download, file.client, two.document.versionId)).status).toBe(200);
  });
});
