import { beforeEach, describe, expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import { crsWithSibling, ruleDrafts } from "@/lib/testing/rule-drafts";
import { refusalOf } from "@/lib/testing/sample-facts";
import { getVersionPage } from "../queries";
import { changeDraft } from "./change-draft";
import { createDraft } from "./create-draft";
import { discardDraft } from "./discard-draft";

const database = testDatabase();
const firm = testFirm(database);
const rules = ruleDrafts(database, firm);

beforeEach(() => database.owner.query("truncate rule_table, rule_run, rule_comparison_line"));

const FUNDS = { kind: "funds", key: "POF-2026", effectiveFrom: "2026-07-07" };
const head = { key: "POF-2026", effectiveFrom: "2026-07-07", source: "canada.ca" };
const change = (
  id: string,
  version: number,
  values: Record<string, string>,
  more: Record<string, unknown> = {},
) =>
  firm.run(firm.administrator, changeDraft, {
    id,
    version,
    ...head,
    values: JSON.stringify(values),
    ...more,
  });
const page = (id: string) =>
  firm.read(firm.administrator, (ctx) => getVersionPage(ctx as Parameters<typeof getVersionPage>[0], id));

describe("a draft", () => {
  test("starts from the version in force, and is read beside it", async () => {
    const { id } = await rules.draft(FUNDS);
    const { sheet, before, differences, allowed, faults } = await page(id);
    expect(before?.key).toBe("POF-2025");
    expect(sheet[0]?.rows[0]?.cells[0]?.value).toBe(15263);
    expect([differences, faults, allowed.activate]).toEqual([0, [], true]);
  });

  test("takes what is typed at each figure and marks what differs", async () => {
    const { id } = await rules.draft(FUNDS);
    await change(id, 1, { "amounts.1": "16,000", each_additional_member_over_7: "$4300" });
    const { sheet, differences } = await page(id);
    expect(sheet[0]?.rows[0]?.cells[0]).toEqual({ path: "amounts.1", value: 16000, before: 15263 });
    expect(differences).toBe(2);
  });

  test("says at the field what is no figure, and keeps what was saved before", async () => {
    const { id } = await rules.draft(FUNDS);
    const refused = await refusalOf(change(id, 1, { "amounts.1": "a lot", "amounts.2": "19500" }));
    expect(refused.fieldErrors).toEqual({ "v.amounts.1": "Write a whole number, without cents." });
    expect((await page(id)).differences).toBe(0);
  });

  test("that does not add up is kept, says so, and cannot be activated", async () => {
    const { id } = await rules.draft(FUNDS);
    await change(id, 1, { "amounts.2": "15000" });
    const { faults, allowed } = await page(id);
    expect(faults).toEqual([
      { path: "amounts.2", message: expect.stringMatching(/smaller family/) as string },
    ]);
    expect(allowed.activate).toBe(false);
  });

  test("cannot be written to where the table shows no figure", async () => {
    const { id } = await rules.draft(FUNDS);
    await change(id, 1, { "__proto__.polluted": "1", id: "2", "amounts.99": "3" });
    expect((await page(id)).differences).toBe(0);
  });

  test("of a CRS gets the factor for well-paid occupations as lists of codes by level", async () => {
    const crs = { key: "CRS-2026-11-03", effectiveFrom: "2026-11-03", source: "canada.ca" };
    const { id } = await rules.draft({ kind: "crs", ...crs, json: crsWithSibling(0) });
    await change(id, 1, {}, { ...crs, part: "add_high_wage" });
    expect((await page(id)).faults.map(({ path }) => path)).toContain("high_wage.levels[0].noc");
    const level = (index: number, codes: string, points: string) => ({
      [`high_wage.levels[${index}].noc`]: codes,
      [`high_wage.levels[${index}].canadian_work_years[1]`]: points,
      [`high_wage.levels[${index}].canadian_work_years[2]`]: points,
      [`high_wage.levels[${index}].canadian_work_years[3]`]: points,
      [`high_wage.levels[${index}].job_offer`]: points,
    });
    await change(
      id,
      2,
      {
        ...level(0, "00012\n31102", "30"),
        ...level(1, "21231 21232", "20"),
        ...level(2, "72200", "10"),
        "high_wage.canadian_work_max": "30",
        "high_wage.job_offer_max": "30",
        "high_wage.max": "60",
      },
      crs,
    );
    const { faults, sheet } = await page(id);
    expect(faults).toEqual([]);
    const codes = sheet.find(({ id: table }) => table === "wage-1")?.rows[0]?.cells[0]?.value;
    expect(codes).toEqual(["21231", "21232"]);
  });

  test("pasted as JSON must be whole: every fault is told at the field", async () => {
    const pasted = JSON.parse(crsWithSibling(15)) as { B_spouse: { max: number } };
    const broken = JSON.stringify({ ...pasted, B_spouse: { ...pasted.B_spouse, max: 41 }, colour: "red" });
    const input = { kind: "crs", key: "CRS-X-3", effectiveFrom: "2027-01-15", json: broken };
    const refused = await refusalOf(rules.draft(input));
    expect(refused.fieldErrors.json).toMatch(/B_spouse\.max says 41.*|colour is not part of this table/);
    expect((await refusalOf(rules.draft({ ...input, json: "{ not json" }))).fieldErrors.json).toMatch(
      /not JSON/,
    );
    expect((await refusalOf(rules.draft({ ...input, json: "[1]" }))).fieldErrors.json).toMatch(/one table/);
  });

  test("cannot take a name that scores may carry", async () => {
    await rules.draft(FUNDS);
    for (const key of ["POF-2026", "POF-2025", "CRS-2025-03-25"]) {
      expect((await refusalOf(rules.draft({ ...FUNDS, key }))).fieldErrors.key).toMatch(/taken/);
    }
  });

  test("that two people change: the second is told, and nothing is lost", async () => {
    const { id } = await rules.draft(FUNDS);
    await change(id, 1, { "amounts.1": "16000" });
    expect((await refusalOf(change(id, 1, { "amounts.1": "17000" }))).code).toBe("CONFLICT");
    expect((await page(id)).sheet[0]?.rows[0]?.cells[0]?.value).toBe(16000);
  });

  test("no longer changes once it is active", async () => {
    const { id } = await rules.draft(FUNDS);
    await rules.activate(id, { effectiveFrom: "2026-07-07" });
    const refused = await refusalOf(change(id, 2, { "amounts.1": "16000" }));
    expect(refused).toMatchObject({
      code: "CONFLICT",
      message: expect.stringMatching(/no longer changes/) as string,
    });
    expect((await refusalOf(firm.run(firm.administrator, discardDraft, { id, version: 2 }))).code).toBe(
      "CONFLICT",
    );
  });

  test("is thrown away without a trace in force", async () => {
    const { id } = await rules.draft(FUNDS);
    await firm.run(firm.administrator, discardDraft, { id, version: 1 });
    expect((await refusalOf(page(id))).code).toBe("NOT_FOUND");
  });

  test("is the administrator's to make, and every colleague's to read", async () => {
    for (const caller of [firm.consultant, firm.manager]) {
      expect((await refusalOf(firm.run(caller, createDraft, { ...FUNDS, source: "" }))).code).toBe(
        "FORBIDDEN",
      );
    }
    const { id } = await rules.draft(FUNDS);
    const read = await firm.read(firm.consultant, (ctx) =>
      getVersionPage(ctx as Parameters<typeof getVersionPage>[0], id),
    );
    expect(read.allowed).toEqual({ edit: false, activate: false, retire: false, startFrom: false });
  });
});
