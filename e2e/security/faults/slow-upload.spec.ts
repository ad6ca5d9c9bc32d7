import { request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { samplePdfOfSize } from "@/lib/testing/sample-files";
import { reserve, uploadIdOf } from "../../fixtures/documents";
import { expect, figure, FULL, test } from "../../fixtures/fault-test";
import { SAME_ORIGIN, ORIGIN } from "../../fixtures/http";
import { addSender, storedCount } from "../../fixtures/senders";

/** Node's own limit for a request is five minutes, ours for an upload ten: this one takes a little more than five. */
const MINUTES = FULL ? 5.5 : 0.05;
const PIECES = FULL ? 33 : 4;

/** Sends the bytes in equal pieces over the whole time. Resolves to the status. */
async function trickle(path: string, session: string, bytes: Buffer): Promise<number> {
  const outgoing = request(`${ORIGIN}${path}`, {
    method: "PUT",
    agent: false,
    headers: {
      ...{ ...SAME_ORIGIN, cookie: `landfall=${session}` },
      "content-length": String(bytes.length),
    },
  });
  const answered = new Promise<number>((resolve, reject) => {
    outgoing.on("error", reject).on("response", (incoming) => {
      incoming.resume();
      resolve(incoming.statusCode ?? 0);
    });
  });
  const length = Math.ceil(bytes.length / PIECES);
  for (let piece = 0; piece < PIECES; piece += 1) {
    outgoing.write(bytes.subarray(piece * length, (piece + 1) * length));
    await Promise.race([answered.catch(() => undefined), pause((MINUTES * 60_000) / PIECES)]);
  }
  outgoing.end();
  return answered;
}

test(`S-36 a phone in a tunnel: a file that takes ${MINUTES} minutes arrives whole`, async ({ database }) => {
  test.setTimeout(MINUTES * 60_000 + 60_000);
  const { file, session } = await addSender(database);
  const bytes = samplePdfOfSize(200_000);
  const announced = { caseId: file.caseId, requirementId: null, title: "Slow", fileName: "slow.pdf" };
  const id = uploadIdOf(await reserve(session, { ...announced, size: bytes.length }));
  expect(await trickle(`/api/uploads/${id}`, session, bytes)).toBe(201);
  expect(await storedCount(database, file)).toBe(1);
  figure(`${MINUTES} minutes`);
});
