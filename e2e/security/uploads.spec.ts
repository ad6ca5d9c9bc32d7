import { createHash } from "node:crypto";
import { request as httpRequest } from "node:http";
import {
  DOCX_PARTS,
  sampleDocx,
  sampleJpeg,
  samplePdf,
  samplePdfOfSize,
  samplePng,
  zipOf,
} from "@/lib/testing/sample-files";
import { documentOf, put, reserve, upload, uploadIdOf } from "../fixtures/documents";
import { ORIGIN, SAME_ORIGIN, send } from "../fixtures/http";
import { addSender, storedCount } from "../fixtures/senders";
import { expect, test } from "../fixtures/test";

const MIB = 1024 * 1024;
const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

test("S-35 what goes in comes out, byte for byte, as an attachment that cannot act", async ({ database }) => {
  const { file, session } = await addSender(database);
  const samples: [string, Buffer, string][] = [
    ["scan.pdf", samplePdf(), "application/pdf"],
    ["photo.jpg", sampleJpeg(), "image/jpeg"],
    ["photo.png", samplePng(), "image/png"],
    ["letter.docx", sampleDocx(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    ["UPPER.PDF", samplePdf({ pages: 3 }), "application/pdf"],
  ];
  for (const [name, bytes, type] of samples) {
    const stored = await upload(session, { caseId: file.caseId, title: name }, name, bytes);
    expect(stored.status, name).toBe(201);
    const { versionId } = documentOf(stored);
    const got = await send(`/api/documents/${versionId}`, { session });
    expect(got.status, name).toBe(200);
    expect(sha256(got.body), name).toBe(sha256(bytes));
    expect(got.headers, name).toMatchObject({
      "content-type": type,
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-store",
    });
    expect(String(got.headers["content-security-policy"]), name).toContain("sandbox");
    expect(String(got.headers["content-disposition"]), name).toMatch(
      /^attachment; filename="document\.\w+"; /,
    );
  }
});

test("S-36 sizes: nothing, exactly 25 MiB, one byte more, and what is announced otherwise", async ({
  database,
}) => {
  const { file, session } = await addSender(database);
  const announce = (size: number) =>
    reserve(session, { caseId: file.caseId, requirementId: null, title: "Size", fileName: "a.pdf", size });
  expect((await announce(0)).status).toBe(422);
  expect((await announce(25 * MIB + 1)).status).toBe(413);
  expect((await announce(5 * 1024 * MIB)).status).toBe(413);
  const whole = samplePdfOfSize(25 * MIB);
  const taken = await upload(session, { caseId: file.caseId }, "largest.pdf", whole);
  expect(taken.status).toBe(201);
  const small = uploadIdOf(await announce(100));
  expect((await put(session, small, samplePdfOfSize(1_000))).status).toBe(422);
  expect(await storedCount(database, file)).toBe(1);
});

/**
 * Sends `bytes` of a body that claims to be `claimed` long, or says no length; the status of the answer. Null where the
 * line broke under what was still being sent, before the answer was read: then nobody was told anything.
 */
function putClaiming(
  session: string,
  uploadId: string,
  bytes: Buffer,
  claimed: number | null,
): Promise<number | null> {
  const { hostname, port } = new URL(ORIGIN);
  return new Promise((resolve) => {
    const outgoing = httpRequest(
      {
        ...{ hostname, port, agent: false, method: "PUT", path: `/api/uploads/${uploadId}` },
        headers: {
          ...SAME_ORIGIN,
          cookie: `landfall=${session}`,
          ...(claimed === null ? { "transfer-encoding": "chunked" } : { "content-length": String(claimed) }),
        },
      },
      (incoming) => {
        resolve(incoming.statusCode ?? 0);
        incoming.resume();
        outgoing.destroy();
      },
    );
    outgoing.on("error", () => resolve(null));
    outgoing.write(bytes);
    if (claimed === null) outgoing.end();
  });
}

test("S-36 a file that grows on its way is cut off at the limit, and 5 GB are refused before they come", async ({
  database,
}) => {
  const { file, session } = await addSender(database);
  const announced = async () =>
    uploadIdOf(
      await reserve(session, {
        ...{ caseId: file.caseId, requirementId: null, title: "Grows", fileName: "a.pdf" },
        size: 25 * MIB,
      }),
    );
  const grown = samplePdfOfSize(26 * MIB);
  await expect.poll(async () => putClaiming(session, await announced(), grown, null)).toBe(413);
  const some = Buffer.alloc(1_000);
  await expect.poll(async () => putClaiming(session, await announced(), some, 5 * 1024 * MIB)).toBe(413);
  expect(await storedCount(database, file)).toBe(0);
});

test("S-37 12 and 24 MiB arrive whole", async ({ database }) => {
  const { file, session } = await addSender(database);
  for (const size of [12 * MIB, 24 * MIB]) {
    const bytes = samplePdfOfSize(size);
    const stored = await upload(session, { caseId: file.caseId }, `${size}.pdf`, bytes);
    expect(stored.status).toBe(201);
    const got = await send(`/api/documents/${documentOf(stored).versionId}`, { session });
    expect(got.body.length).toBe(size);
    expect(sha256(got.body)).toBe(sha256(bytes));
  }
});

const DISGUISES: Readonly<Record<string, Buffer>> = {
  html: Buffer.from("<!doctype html><script>alert(1)</script>".padEnd(200)),
  svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'.padEnd(200)),
  xml: Buffer.from('<?xml version="1.0"?><a/>'.padEnd(200)),
  js: Buffer.from("alert(document.cookie)".padEnd(200)),
  exe: Buffer.concat([Buffer.from("MZ\x90\0", "latin1"), Buffer.alloc(200)]),
  gif: Buffer.concat([Buffer.from("GIF89a"), Buffer.alloc(200)]),
  heic: Buffer.concat([Buffer.from("\0\0\0\x18ftypheic\0\0\0\0", "latin1"), Buffer.alloc(200)]),
  mp4: Buffer.concat([Buffer.from("\0\0\0\x18ftypmp42\0\0\0\0", "latin1"), Buffer.alloc(200)]),
};

test("S-38 kinds of files that are not taken, under their own name or a borrowed one: 415, nothing stored", async ({
  database,
}) => {
  const { file, session } = await addSender(database);
  for (const [kind, bytes] of Object.entries(DISGUISES)) {
    for (const extension of [kind, "pdf", "jpg", "png", "docx"]) {
      const { status } = await upload(session, { caseId: file.caseId }, `file.${extension}`, bytes);
      expect(status, `${kind} as .${extension}`).toBe(415);
    }
  }
  expect(await storedCount(database, file)).toBe(0);
});

test("S-39 the name and the bytes have to agree", async ({ database }) => {
  const { file, session } = await addSender(database);
  const exe = DISGUISES.exe ?? Buffer.alloc(0);
  const attempts: [string, Buffer, number][] = [
    ["a.pdf.exe", samplePdf(), 415],
    ["a.exe.pdf", exe, 415],
    ["a.PDF", samplePdf(), 201],
    ["passport", samplePdf(), 415],
    [".pdf", samplePdf(), 415],
    ["photo.pdf", sampleJpeg(), 415],
  ];
  for (const [name, bytes, expected] of attempts) {
    expect((await upload(session, { caseId: file.caseId }, name, bytes)).status, name).toBe(expected);
  }
});

const ODD_NAMES = [
  "../../etc/passwd.pdf",
  "..\\..\\x.pdf",
  "/abs.pdf",
  "C:\\x.pdf",
  `${"n".repeat(300)}.pdf`,
  "line\r\nset-cookie: a=b.pdf",
  "quo\"tes'.pdf",
  "🍁 émoji.pdf",
  "جواز.pdf",
  "gpj.\u202Efdp.pdf",
];

test("S-40 an odd name never becomes a path, a header or a trick of direction", async ({ database }) => {
  const { file, session } = await addSender(database);
  for (const name of ODD_NAMES) {
    const stored = await upload(session, { caseId: file.caseId }, name, samplePdf());
    expect(stored.status, JSON.stringify(name)).toBe(201);
    const { versionId } = documentOf(stored);
    const { headers } = await send(`/api/documents/${versionId}`, { session });
    expect(headers["set-cookie"]).toBeUndefined();
    expect(String(headers["content-disposition"])).toMatch(
      /^attachment; filename="document\.pdf"; filename\*=UTF-8''[\w%.!#$&+^`|~-]+$/,
    );
    const row = await database.row<{ storage_key: string; file_name: string }>(
      "select storage_key, file_name from document_version where id = $1",
      [versionId],
    );
    expect(row.storage_key).toMatch(/^[0-9a-f]{32}$/);
    expect(row.file_name).not.toMatch(/[/\\\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    expect([...row.file_name].length).toBeLessThanOrEqual(180);
  }
});

test("S-42 a DOCX that would unpack to a bomb is refused within two seconds", async ({ database }) => {
  const { file, session } = await addSender(database);
  const zeros = Buffer.alloc(40 * MIB);
  const bombs: [string, Buffer][] = [
    ["unpacks to much more", zipOf([...DOCX_PARTS, { name: "word/media/a.bin", data: zeros }])],
    [
      "lies about its size",
      zipOf([...DOCX_PARTS, { name: "word/media/a.bin", data: zeros, declaredSize: 10 }]),
    ],
    [
      "has 2,500 parts",
      zipOf([
        ...DOCX_PARTS,
        ...Array.from({ length: 2_500 }, (_, n) => ({ name: `word/${n}.xml`, data: "x" })),
      ]),
    ],
    ["has a part outside", zipOf([...DOCX_PARTS, { name: "../../evil.xml", data: "x" }])],
    ["has macros", zipOf([...DOCX_PARTS, { name: "word/vbaProject.bin", data: "x" }])],
  ];
  const refused = async (what: string, bytes: Buffer) => {
    const begun = performance.now();
    const { status } = await upload(session, { caseId: file.caseId }, "letter.docx", bytes);
    expect([415, 422], what).toContain(status);
    return performance.now() - begun;
  };
  for (const [what, bytes] of bombs) {
    // A bomb takes its time at every try; a machine that is busy with something else does not.
    await expect.poll(() => refused(what, bytes), { message: what }).toBeLessThan(2_000);
  }
  expect(await storedCount(database, file)).toBe(0);
});

test("S-43 pictures that declare a size nobody could decode are refused without decoding", async ({
  database,
}) => {
  const { file, session } = await addSender(database);
  const pictures: [string, Buffer][] = [
    ["wide.png", samplePng({ width: 60_000, height: 60_000 })],
    ["wide.jpg", sampleJpeg({ width: 65_500, height: 65_500 })],
  ];
  for (const [name, bytes] of pictures) {
    expect((await upload(session, { caseId: file.caseId }, name, bytes)).status, name).toBe(422);
  }
});
