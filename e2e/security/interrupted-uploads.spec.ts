import { createHash, randomBytes } from "node:crypto";
import { connect } from "node:net";
import { samplePdf, samplePdfOfSize } from "@/lib/testing/sample-files";
import { addSender, storedCount } from "../fixtures/senders";
import { documentOf, put, reserve, uploadIdOf } from "../fixtures/documents";
import { ORIGIN } from "../fixtures/http";
import { expect, test } from "../fixtures/test";

const MIB = 1024 * 1024;
const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

/** Begins an upload of `declared` bytes, sends some, and breaks the line in one of three ways. */
function breakOff(
  session: string,
  uploadId: string,
  sent: Buffer,
  declared: number,
  how: "FIN" | "RST" | "chunk",
) {
  const { hostname, port } = new URL(ORIGIN);
  return new Promise<void>((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      const length = how === "chunk" ? "transfer-encoding: chunked" : `content-length: ${declared}`;
      socket.write(
        `PUT /api/uploads/${uploadId} HTTP/1.1\r\nhost: ${hostname}:${port}\r\norigin: ${ORIGIN}\r\n` +
          `sec-fetch-site: same-origin\r\ncookie: landfall=${session}\r\n${length}\r\nconnection: close\r\n\r\n`,
      );
      const body =
        how === "chunk" ? Buffer.concat([Buffer.from(`${sent.length.toString(16)}\r\n`), sent]) : sent;
      socket.write(body, () => {
        if (how === "RST") socket.resetAndDestroy();
        else socket.end();
      });
    });
    socket.on("error", () => undefined);
    socket.on("close", () => resolve());
    socket.resume();
  });
}

for (const how of ["FIN", "RST", "chunk"] as const) {
  test(`S-45 a line that breaks (${how}) leaves no document, and the same upload can be sent again`, async ({
    database,
  }) => {
    const { file, session } = await addSender(database);
    const bytes = samplePdfOfSize(2 * MIB);
    for (const share of [0.1, 0.5, 0.99]) {
      const reserved = await reserve(session, {
        ...{ caseId: file.caseId, requirementId: null, title: "Cut", fileName: "cut.pdf" },
        ...{ size: bytes.length, sha256: sha256(bytes) },
      });
      const id = uploadIdOf(reserved);
      const before = await storedCount(database, file);
      await breakOff(session, id, bytes.subarray(0, Math.floor(bytes.length * share)), bytes.length, how);
      expect(await storedCount(database, file)).toBe(before);
      expect((await put(session, id, bytes)).status).toBe(201);
      expect((await put(session, id, bytes)).status).toBe(200);
      expect(await storedCount(database, file)).toBe(before + 1);
    }
  });
}

test("S-45 a repeated PUT answers with the same document, and another digest is refused", async ({
  database,
}) => {
  const { file, session } = await addSender(database);
  const bytes = samplePdf();
  const announce = (digest: string) =>
    reserve(session, {
      ...{ caseId: file.caseId, requirementId: null, title: "Twice", fileName: "twice.pdf" },
      ...{ size: bytes.length, sha256: digest },
    });
  const id = uploadIdOf(await announce(sha256(bytes)));
  const [first, second] = [await put(session, id, bytes), await put(session, id, bytes)];
  expect([first.status, second.status]).toEqual([201, 200]);
  expect(documentOf(second)).toEqual(documentOf(first));
  const wrong = uploadIdOf(await announce(randomBytes(32).toString("hex")));
  expect((await put(session, wrong, bytes)).status).toBe(422);
  expect(await storedCount(database, file)).toBe(1);
});
