import { beforeAll, describe, expect, test } from "vitest";
import type { AppError } from "@/lib/errors/app-error";
import { loadOccupations } from "@/lib/occupations/load-occupations";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import { refusalOf } from "@/lib/testing/sample-facts";
import { getFactSheet } from "../queries";
import { changeFamilyFacts } from "./change-family-facts";

const database = testDatabase();
const firm = testFirm(database);
beforeAll(() => loadOccupations(database.owner));

type Fields = Record<string, unknown>;

describe("the family's facts", () => {
  const PARTS: [string, Fields, string, unknown][] = [
    ["place", { intendedProvince: "ON" }, "intendedProvince", "ON"],
    [
      "funds",
      { fundsDollars: "$24,500.50", fundsAsOf: "2026-01-02" },
      "settlementFunds",
      { cents: 2_450_050, asOf: "2026-01-02" },
    ],
    ["relatives", { siblingInCanada: "yes", relativeInCanada: "no" }, "siblingInCanada", true],
    [
      "offer",
      { employer: "Halden", nocCode: "21231", arrangedEmployment: "lmia_no_permit", fullTime: "on" },
      "jobOffer",
      {
        employer: "Halden",
        nocCode: "21231",
        arrangedEmployment: "lmia_no_permit",
        fullTime: true,
        oneYearAfterVisa: false,
      },
    ],
    [
      "certificate",
      { nocCode: "72310", province: "AB", issuedOn: "2024-02-01" },
      "certificateOfQualification",
      { nocCode: "72310", province: "AB", issuedOn: "2024-02-01", expiresOn: null },
    ],
    [
      "nomination",
      { province: "ON", enhanced: "on", confirmedOn: "2026-03-01", acceptedOn: "2026-03-05" },
      "nomination",
      {
        province: "ON",
        enhanced: true,
        confirmedOn: "2026-03-01",
        acceptedOn: "2026-03-05",
        certificateNumber: null,
        expiresOn: null,
      },
    ],
  ];

  test.each(PARTS)(
    "%s is set, leaves the other parts alone, and is logged",
    async (part, fields, key, expected) => {
      const file = await firm.addCase();
      await firm.run(firm.consultant, changeFamilyFacts, {
        caseId: file.caseId,
        version: 1,
        part: "place",
        intendedProvince: "BC",
      });
      await firm.run(firm.consultant, changeFamilyFacts, {
        caseId: file.caseId,
        version: 2,
        part,
        ...fields,
      });
      const { facts } = await firm.read(firm.consultant, (ctx) => getFactSheet(ctx, file.caseId));
      expect(facts.family).toMatchObject({
        intendedProvince: part === "place" ? "ON" : "BC",
        [key]: expected,
      });
      expect((await firm.eventsOf(file.caseId)).at(-1)?.event).toBe("family.changed");
    },
  );

  test("changed by two people at once: one is saved, the other is told", async () => {
    const file = await firm.addCase();
    const place = (intendedProvince: string) =>
      firm.run(firm.consultant, changeFamilyFacts, {
        caseId: file.caseId,
        version: 1,
        part: "place",
        intendedProvince,
      });
    const answers = await Promise.allSettled([place("ON"), place("AB")]);
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = answers.find((answer) => answer.status === "rejected");
    expect((refused?.reason as AppError).code).toBe("CONFLICT");
  });

  test("wrong role, other's case", async () => {
    const file = await firm.addCase();
    const input = { caseId: file.caseId, version: 1, part: "place", intendedProvince: "ON" };
    expect((await refusalOf(firm.run(firm.administrator, changeFamilyFacts, input))).code).toBe("FORBIDDEN");
    expect((await refusalOf(firm.run(firm.otherConsultant, changeFamilyFacts, input))).code).toBe(
      "NOT_FOUND",
    );
  });
});
