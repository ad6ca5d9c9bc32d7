import { beforeAll, describe, expect, it } from "vitest";
import {
  isStaffContext,
  type ActorContext,
  type Caller,
  type StaffContext,
} from "@/lib/command/actor-context";
import { newId } from "@/lib/ids/id";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import { listCases, PAGE_ROWS } from "./queries";
import { readListState } from "./rules";
import type { CaseList } from "./types";

const database = testDatabase();
const firm = testFirm(database);

/** More than two pages, with ties and gaps in every sort. */
const FILES = PAGE_ROWS * 2 + 17;

function list(caller: Caller, params: Record<string, string | string[]>): Promise<CaseList> {
  return firm.read(caller, (ctx: ActorContext) => {
    if (!isStaffContext(ctx)) throw new Error("a client");
    return listCases(ctx as StaffContext, readListState(params));
  });
}

beforeAll(async () => {
  const owner = firm.consultant.actor.userId;
  for (let index = 0; index < FILES; index += 1) {
    const [caseId, clientId] = [newId(), newId()];
    await database.owner.query("insert into client (id, given_name, family_name) values ($1, 'A', 'B')", [
      clientId,
    ]);
    await database.owner.query(
      `insert into case_file (id, number, client_id, owner_id, stage, display_name, crs_score, next_deadline_on, program, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, timestamptz '2026-11-01 00:00:00.123456Z' + make_interval(mins => $10))`,
      [
        caseId,
        `26-${String(index).padStart(4, "0")}`,
        clientId,
        owner,
        index % 2 === 0 ? "IN_POOL" : "ENQUIRY",
        `Client ${index % 11}`,
        index % 3 === 0 ? null : 400 + (index % 7),
        index % 4 === 0 ? null : `2026-12-${String(1 + (index % 9)).padStart(2, "0")}`,
        index % 5 === 0 ? "CEC" : null,
        index % 13,
      ],
    );
  }
});

async function walk(params: Record<string, string>, direction: "next" | "previous", start?: string) {
  const pages: string[][] = [];
  let cursor: string | null = start ?? null;
  for (;;) {
    const key = direction === "next" ? "after" : "before";
    const page = await list(firm.consultant, cursor === null ? params : { ...params, [key]: cursor });
    pages.push(page.rows.map((row) => row.number));
    cursor = page[direction];
    if (cursor === null) return pages;
  }
}

describe("the pages of the cases list", () => {
  it.each(
    ["updated", "name", "deadline", "score", "number"].flatMap((sort) =>
      ["asc", "desc"].map((dir) => [sort, dir]),
    ),
  )("hold every file once, sorted by %s %s, and read back the same", async (sort = "", dir = "") => {
    const pages = await walk({ sort, dir }, "next");
    expect(pages.map((page) => page.length)).toEqual([PAGE_ROWS, PAGE_ROWS, 17]);
    expect(new Set(pages.flat()).size).toBe(FILES);
    const second = await list(firm.consultant, { sort, dir });
    const third = await list(firm.consultant, { sort, dir, after: second.next ?? "" });
    const last = await list(firm.consultant, { sort, dir, after: third.next ?? "" });
    const back = await walk({ sort, dir }, "previous", last.previous ?? "");
    expect([...back].reverse()).toEqual(pages.slice(0, 2));
  });

  it("put rows without a value last in both directions", async () => {
    for (const dir of ["asc", "desc"]) {
      const pages = await walk({ sort: "score", dir }, "next");
      const last = await list(firm.consultant, { sort: "score", dir });
      expect(last.rows[0]?.crsScore).toBe(dir === "asc" ? 400 : 406);
      expect(
        pages
          .flat()
          .slice(-10)
          .every((number) => Number(number.slice(3)) % 3 === 0),
      ).toBe(true);
    }
  });
});

describe("the filters of the cases list", () => {
  it("narrow by stage, program, days left and words, together", async () => {
    const pool = await list(firm.consultant, { stage: "IN_POOL", program: "CEC" });
    expect(pool.rows.map((row) => row.number).sort()).toEqual(
      Array.from({ length: FILES }, (_, index) => index)
        .filter((index) => index % 10 === 0)
        .map((index) => `26-${String(index).padStart(4, "0")}`),
    );
    expect(pool.total).toBe(pool.rows.length);
    const found = await list(firm.consultant, { q: "26-0042" });
    expect(found.rows.map((row) => row.number)).toEqual(["26-0042"]);
    expect((await list(firm.consultant, { q: "100%" })).rows).toEqual([]);
  });

  it("never show another consultant's files, whatever the address says", async () => {
    expect((await list(firm.otherConsultant, {})).rows).toEqual([]);
    expect((await list(firm.otherConsultant, { owner: firm.consultant.actor.userId })).total).toBe(0);
    expect((await list(firm.otherConsultant, { q: "client" })).rows).toEqual([]);
    expect((await list(firm.manager, { owner: firm.consultant.actor.userId })).total).toBe(FILES);
  });

  it("take a broken address for the whole list", async () => {
    const page = await list(firm.consultant, {
      sort: "password",
      dir: "up",
      after: "nonsense",
      stage: "NOWHERE",
    });
    expect(page.rows).toHaveLength(PAGE_ROWS);
  });
});
