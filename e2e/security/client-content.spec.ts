import { send, sendForPayload } from "../fixtures/http";
import { expect, test } from "../fixtures/test";

/** S-21: nothing of the firm's own side is in what a client's browser is sent. */
test("S-21 pages and their payloads for a client hold no note, no staff address, no other client", async ({
  world,
}) => {
  const { case1, case2, sessions, A } = world;
  const paths = [
    ...["/portal", "/portal/documents", "/portal/messages", "/portal/views", "/portal/approve"],
    `/portal/documents/${case1.requirementId}`,
  ];
  const canaries = [
    case1.noteCanary,
    case2.noteCanary,
    "staff-canary.test",
    case2.client.name,
    case2.number,
    case2.caseId,
    // A consultant or a manager who opened a document or took the case over is named to the client, on purpose.
    A.name,
  ];
  for (const path of paths) {
    for (const answer of [
      await send(path, { session: sessions.K1 }),
      await sendForPayload(path, sessions.K1),
    ]) {
      expect(answer.status, path).toBe(200);
      for (const canary of canaries) expect(answer.text, path).not.toContain(canary);
    }
  }
});

test("S-21 a client who asks for the firm's side as data gets none", async ({ world }) => {
  const { case1, sessions, C1 } = world;
  for (const path of ["/", "/cases", `/cases/${case1.number}/overview`, "/deadlines", "/settings/staff"]) {
    const answer = await sendForPayload(path, sessions.K1);
    expect(answer.text, path).not.toContain("staff-canary.test");
    expect(answer.text, path).not.toContain(case1.noteCanary);
    expect(answer.text, path).not.toContain(C1.name);
  }
});
