import { beforeAll, describe, expect, it } from "vitest";
import type { ActorContext, Caller } from "@/lib/command/actor-context";
import type { StaffActor } from "@/lib/policy/actor";
import { isAllowed } from "@/lib/policy/can";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { getCaseId } from "./queries";
import { visibleCases } from "./visibility";

const firm = testFirm(testDatabase());
let files: TestCase[] = [];

beforeAll(async () => {
  files = [
    await firm.addCase({ name: ["Neha", "Kulkarni"] }),
    await firm.addCase({ name: ["Maria", "Lopes"], owner: firm.otherConsultant }),
    await firm.addCase({ name: ["Arjun", "Mehta"], owner: firm.manager, stage: "CLOSED" }),
  ];
});

/** The caller as somebody who stands in for another. */
function coverOf(caller: Caller<StaffActor>, away: Caller<StaffActor>): Caller {
  return { ...caller, actor: { ...caller.actor, covers: [away.actor.userId] } };
}

const actors: [string, () => Caller][] = [
  ["the consultant", () => firm.consultant],
  ["another consultant", () => firm.otherConsultant],
  ["another consultant who covers the first", () => coverOf(firm.otherConsultant, firm.consultant)],
  ["a consultant who covers a manager", () => coverOf(firm.consultant, firm.manager)],
  ["the manager", () => firm.manager],
  ["the administrator", () => firm.administrator],
  ["the first client", () => files[0]?.client ?? firm.consultant],
  ["the second client", () => files[1]?.client ?? firm.consultant],
];

describe("a case is visible if and only if policy says so", () => {
  it.each(actors)("for %s", async (_who, caller) => {
    const seen = await firm.read(caller(), async (ctx: ActorContext) => {
      const cases = visibleCases(ctx);
      return ctx.db.select({ id: cases.id }).from(cases);
    });
    for (const file of files) {
      const facts = { ownerId: file.ownerId, clientId: file.clientId };
      expect(
        seen.some((row) => row.id === file.caseId),
        file.number,
      ).toBe(isAllowed(caller().actor, "case.read", facts));
    }
  });

  it("and an invisible one is refused like a missing one", async () => {
    const hidden = firm.read(firm.otherConsultant, (ctx) => getCaseId(ctx, files[0]?.number ?? ""));
    await expect(hidden).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
