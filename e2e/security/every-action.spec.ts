import { readFileSync } from "node:fs";
import { z } from "zod";
import { multipart } from "../fixtures/forms";
import { SAME_ORIGIN, send, type Answer } from "../fixtures/http";
import { addPerson, startSession } from "../fixtures/people";
import { addCase, decidedOf } from "../fixtures/cases";
import { expect, test, type World } from "../fixtures/test";

/** For people who have not signed in, or who leave. */
const PUBLIC = new Set([
  "acceptInvitationAction",
  "completeResetAction",
  "requestResetAction",
  "signOutAction",
]);

const manifest = z.object({
  node: z.record(z.string(), z.object({ exportedName: z.string(), filename: z.string() })),
});

/** Every server action of the build under test, by the id with which anybody can call it from any page. */
function actionsOfBuild(): { id: string; name: string }[] {
  const { node } = manifest.parse(
    JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8")),
  );
  return Object.entries(node).map(([id, { exportedName }]) => ({ id, name: exportedName }));
}

/** Calls an action as React does: no former result, and a form that names another's case in every way. */
function call(id: string, session: string | null, { case2, C2 }: World): Promise<Answer> {
  const form = {
    ...{ caseId: case2.caseId, requirementId: case2.requirementId, versionId: case2.versionId },
    ...{ userId: C2.userId, clientId: case2.clientId, id: case2.principalId, personId: case2.principalId },
    ...{ version: "1", body: "not mine", reason: "because", until: "2026-11-23T10:00:00Z" },
  };
  const fields = Object.entries(form).map(([name, value]) => [`_1_${name}`, value] as const);
  // The arguments come last, when the form they name is there.
  const { type, body } = multipart([...fields, ["0", JSON.stringify([null, "$K1"])]]);
  const headers = { ...SAME_ORIGIN, "content-type": type, "next-action": id };
  return send("/sign-in", { method: "POST", session, headers, body });
}

test("S-17 nobody signed in: every action of the build leads to the sign-in page, whatever it is given", async ({
  world,
}) => {
  const open: string[] = [];
  const actions = actionsOfBuild();
  for (const { id, name } of actions.filter((action) => !PUBLIC.has(action.name))) {
    const { status, headers } = await call(id, null, world);
    const led = String(headers["x-action-redirect"] ?? "").startsWith("/sign-in");
    if (status >= 400 || !led) open.push(`${name} answered ${status}`);
  }
  expect(open).toEqual([]);
  expect(actions.length).toBeGreaterThan(50);
});

for (const role of ["client", "consultant"] as const) {
  test(`S-17 a ${role} who calls every action of the build about another's case changes nothing`, async ({
    database,
    world,
  }) => {
    const owner = await addPerson(database, { name: "Astrid Farhand", role: "consultant" });
    const file = await addCase(database, { owner, name: ["Ruben", "Farhand"] });
    const caller = role === "client" ? file.client : owner;
    const session = await startSession(database, caller);
    const before = await decidedOf(database, world.case2.caseId);
    for (const { id, name } of actionsOfBuild()) {
      if (PUBLIC.has(name)) continue;
      const { status, text } = await call(id, session, world);
      // INTERNAL is no refusal: the product met what it had not expected, and logged it.
      expect([status < 500, text.includes('"code":"INTERNAL"')], name).toEqual([true, false]);
    }
    const { done, refused } = await database.row<{ done: number; refused: number }>(
      `select count(*) filter (where outcome = 'ok')::int as done,
         count(*) filter (where outcome = 'refused')::int as refused from audit_event where actor_id = $1`,
      [caller.userId],
    );
    // Refused by the commands themselves: the calls were well formed, and came as far as the decision.
    expect({ done, refused: refused > 10 }).toEqual({ done: 0, refused: true });
    expect(await decidedOf(database, world.case2.caseId)).toEqual(before);
  });
}
