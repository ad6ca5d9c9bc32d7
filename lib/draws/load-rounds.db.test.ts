import { afterAll, beforeAll, expect, test } from "vitest";
import type { PoolClient } from "pg";
import { testDatabase } from "@/lib/testing/database";
import { loadRounds } from "./load-rounds";

const database = testDatabase();
let owner: PoolClient;
beforeAll(async () => {
  owner = await database.owner.connect();
});
afterAll(() => owner.release());

test("the shipped rounds are loaded once, and a round that staff recorded stays as they recorded it", async () => {
  await owner.query(
    `insert into round (id, number, date, name, program, invitations, lowest_crs, source, recorded_by)
     values ('447', 447, '2026-10-01', 'Typed by staff', 'trades', 1, 2, 'staff', gen_random_uuid())`,
  );
  expect(await loadRounds(owner)).toBe(447);
  expect(await loadRounds(owner)).toBe(0);
  const { rows } = await owner.query("select name, lowest_crs from round where id = '447'");
  expect(rows).toEqual([{ name: "Typed by staff", lowest_crs: 2 }]);
});

test("the round of 7 January 2026 is there to the second of its tie-break", async () => {
  const { rows } = await owner.query(
    "select program, invitations, lowest_crs, tie_break_at, source from round where date = '2026-01-07'",
  );
  expect(rows).toEqual([
    {
      program: "CEC",
      invitations: 8000,
      lowest_crs: 511,
      tie_break_at: new Date("2025-06-10T15:59:25Z"),
      source: "IRCC, Express Entry rounds of invitations, as of 2026-11-23",
    },
  ]);
});
