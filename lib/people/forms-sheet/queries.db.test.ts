/** The sheet for IRCC's forms as of now and as signed off, and who may see it. */
import { describe, expect, it } from "vitest";
import { isStaffContext } from "@/lib/command/actor-context";
import { newId } from "@/lib/ids/id";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { changeFamilyFacts } from "../commands/change-family-facts";
import { getFormsSheet } from "./queries";

const database = testDatabase();
const firm = testFirm(database);

const sheetOf = (
  file: TestCase,
  asked: { personId?: string; instant?: string } = {},
  caller = firm.consultant,
) =>
  firm.read(caller, (ctx) => {
    if (!isStaffContext(ctx)) throw new Error("not staff");
    return getFormsSheet(ctx, file.number, asked);
  });

const provinceOn = (sheet: Awaited<ReturnType<typeof sheetOf>>) =>
  sheet.sections
    .flatMap(({ entries }) => entries.flatMap(({ fields }) => fields))
    .find(({ label }) => label === "Province of destination")?.value;

const moveTo = (file: TestCase, intendedProvince: string, version: number) =>
  firm.run(firm.consultant, changeFamilyFacts, {
    ...{ caseId: file.caseId, part: "place", version, intendedProvince },
  });

/** Signed off now, for the facts as they are. */
const signNow = (file: TestCase) =>
  database.owner.query(
    `insert into sign_off (id, case_id, client_id, by_user_id, at, facts_version)
     select $1, id, client_id, owner_id, clock_timestamp(), facts_version from case_file where id = $2`,
    [newId(), file.caseId],
  );

describe("the forms sheet", () => {
  it("is of the facts as they are, or as they were at the sign-off", async () => {
    const file = await firm.addCase({ stage: "APPLICATION_PREPARATION" });
    await moveTo(file, "ON", 1);
    expect(await sheetOf(file, { instant: "signed" })).toMatchObject({ instant: "now", signedAt: null });
    await signNow(file);
    await moveTo(file, "BC", 2);
    const [now, signed] = [await sheetOf(file), await sheetOf(file, { instant: "signed" })];
    expect([provinceOn(now), provinceOn(signed)]).toEqual(["BC", "ON"]);
    expect(now).toMatchObject({ instant: "now", changedSince: true, mayMend: true });
    expect(signed).toMatchObject({ instant: "signed", changedSince: true, mayMend: false });
  });

  it("is of the person asked for, names the representative, and knows no stranger", async () => {
    const file = await firm.addCase();
    await database.owner.query("update app_user set licence_number = 'R512345' where id = $1", [
      file.ownerId,
    ]);
    const sheet = await sheetOf(file);
    expect(sheet.personId).toBe(file.principalId);
    const representative = sheet.sections.find(({ id }) => id === "representative");
    expect(representative?.entries[0]?.fields).toEqual(
      expect.arrayContaining([
        { label: "Name", value: "Priya Raman" },
        { label: "Membership number", value: "R512345" },
      ]),
    );
    await expect(sheetOf(file, { personId: newId() })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is for who sees the facts: not for another consultant, nor an administrator", async () => {
    const file = await firm.addCase();
    await expect(sheetOf(file, {}, firm.otherConsultant)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(sheetOf(file, {}, firm.administrator)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await sheetOf(file, {}, firm.manager)).number).toBe(file.number);
  });
});
