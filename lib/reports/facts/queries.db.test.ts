/** The rows behind a figure (issue 6, point 10). */
import { beforeAll, describe, expect, it } from "vitest";
import {
  isStaffContext,
  type ActorContext,
  type Caller,
  type StaffContext,
} from "@/lib/command/actor-context";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { histories, tellSmallFirm } from "@/lib/testing/histories";
import type { ReportName } from "../types";
import { listFacts, listFactsForExport } from "./queries";

const database = testDatabase();
const firm = testFirm(database);
const { opened } = histories(database, firm);

const PERIOD = { from: "2026-01-01", to: "2026-06-30" };
let first: TestCase;

beforeAll(async () => {
  first = await tellSmallFirm(database, firm);
});

const asStaff =
  <T>(read: (ctx: StaffContext) => Promise<T>) =>
  (ctx: ActorContext) => {
    if (!isStaffContext(ctx)) throw new Error("a client");
    return read(ctx);
  };

const list = (caller: Caller, name: ReportName, params: Readonly<Record<string, string>>) =>
  firm.read(
    caller,
    asStaff((ctx) => listFacts(ctx, name, params)),
  );

describe("the rows behind a figure", () => {
  it("lead to their cases, and go out as a file as they are listed", async () => {
    const asked = { ...PERIOD, of: "ended_windows", group: "met" };
    const { rows, title } = await list(firm.manager, "on-time", asked);
    expect(title).toBe("Windows that ended: Submitted in time");
    expect(rows).toMatchObject([{ number: first.number, on: "2026-04-03", what: "Submitted in time" }]);
    const exported = await firm.read(
      firm.manager,
      asStaff((ctx) => listFactsForExport(ctx, "on-time", asked)),
    );
    expect(exported.rows).toEqual(rows);
  });

  it("go on from page to page, each row once", async () => {
    for (let index = 0; index < 105; index += 1)
      await opened({ owner: firm.consultant }, "2024-03-05", "A fair");
    const asked = { from: "2024-03-01", to: "2024-03-31", of: "enquiries" };
    const page = await list(firm.manager, "intake", asked);
    expect(page).toMatchObject({ total: 105 });
    expect(page.rows).toHaveLength(100);
    const rest = await list(firm.manager, "intake", { ...asked, after: page.next ?? "" });
    expect(rest).toMatchObject({ total: 105, next: null });
    expect(new Set([...page.rows, ...rest.rows].map(({ id }) => id)).size).toBe(105);
  });
});
