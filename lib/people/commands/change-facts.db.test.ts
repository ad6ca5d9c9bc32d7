import { beforeAll, describe, expect, test } from "vitest";
import type { Caller } from "@/lib/command/actor-context";
import type { Command } from "@/lib/command/define-command";
import { AppError } from "@/lib/errors/app-error";
import { loadOccupations } from "@/lib/occupations/load-occupations";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { getFactSheet } from "../queries";
import type { FactsChanged } from "../types";
import { addAddress } from "./add-address";
import { addCredential } from "./add-credential";
import { addJob } from "./add-job";
import { addLanguageTest } from "./add-language-test";
import { addPerson } from "./add-person";
import { changeAddress } from "./change-address";
import { changeCredential } from "./change-credential";
import { changeFamilyFacts } from "./change-family-facts";
import { changeJob } from "./change-job";
import { changeLanguageTest } from "./change-language-test";
import { changePerson } from "./change-person";
import { removeAddress } from "./remove-address";
import { removeCredential } from "./remove-credential";
import { removeJob } from "./remove-job";
import { removeLanguageTest } from "./remove-language-test";
import { removePerson } from "./remove-person";

const database = testDatabase();
const firm = testFirm(database);
beforeAll(() => loadOccupations(database.owner));

type FactCommand = Command<Parameters<typeof firm.run>[1]["input"], never, FactsChanged>;
type Fields = Record<string, unknown>;

const ADDRESS = { country: "IN", city: "Pune", fromDate: "2018-01-01", toDate: "2022-05-31" };
const JOB = {
  employer: "Halden Systems",
  title: "Software engineer",
  nocCode: "21231 Software engineers and designers",
  country: "CA",
  city: "Toronto",
  hoursPerWeek: "37.5",
  fromDate: "3 Jun 2024",
  toDate: "",
  paid: "on",
  authorized: "yes",
  duringFullTimeStudy: "no",
};
const TEST = {
  kind: "celpip_general",
  takenOn: "2025-10-18",
  listening: 9,
  reading: 9,
  writing: 9,
  speaking: 9,
};
const CREDENTIAL = {
  level: "bachelor_or_three_plus_year",
  institution: "York University",
  country: "CA",
  programMonths: 48,
  fromDate: "2020-09-07",
  awardedOn: "2024-04-26",
  fullTime: "on",
};
const SPOUSE = { role: "spouse", givenName: "Arjun", familyName: "Kulkarni", birthDate: "1994-02-01" };

/** Each kind of fact: how it is added, changed and removed, and the event each leaves. */
const KINDS = [
  {
    name: "address",
    add: addAddress,
    change: changeAddress,
    remove: removeAddress,
    fields: ADDRESS,
    to: { city: "Mumbai" },
  },
  { name: "job", add: addJob, change: changeJob, remove: removeJob, fields: JOB, to: { hoursPerWeek: 30 } },
  {
    name: "language_test",
    add: addLanguageTest,
    change: changeLanguageTest,
    remove: removeLanguageTest,
    fields: TEST,
    to: { reading: 10 },
  },
  {
    name: "credential",
    add: addCredential,
    change: changeCredential,
    remove: removeCredential,
    fields: CREDENTIAL,
    to: { field: "Computing" },
  },
  {
    name: "person",
    add: addPerson,
    change: changePerson,
    remove: removePerson,
    fields: SPOUSE,
    to: { citizenship: "IN" },
  },
] as unknown as {
  name: string;
  add: FactCommand;
  change: FactCommand;
  remove: FactCommand;
  fields: Fields;
  to: Fields;
}[];

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error: unknown = await work.then(
    () => new Error("nothing was refused"),
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error;
  throw error;
}

const onPerson = (file: TestCase, name: string): Fields =>
  name === "person" ? { caseId: file.caseId } : { caseId: file.caseId, personId: file.principalId };

async function caseRow(file: TestCase): Promise<Record<string, unknown>> {
  const { rows } = await database.owner.query<Record<string, unknown>>(
    "select * from case_file where id = $1",
    [file.caseId],
  );
  return rows[0] ?? {};
}

async function addOpenInvitation({ caseId, clientId }: TestCase): Promise<void> {
  await database.owner.query(
    `with profile as (
       insert into express_entry_profile (id, case_id, client_id, profile_number, submitted_at, expires_at, crs_score,
         ruleset_id, status, recorded_by, recorded_at)
       values (gen_random_uuid(), $1, $2, $3, now(), now() + interval '1 year', 500, 'CRS-2025-03-25', 'invited',
         gen_random_uuid(), now())
       returning id)
     insert into invitation (id, case_id, client_id, profile_id, received_at, issue_date, time_zone, invitation_class,
       crs_score, ruleset_id, computed_deadline, deadline_date, facts_at_invitation, recorded_by, recorded_at)
     select gen_random_uuid(), $1, $2, id, now(), current_date, 'America/Toronto', 'CEC', 500, 'CRS-2025-03-25',
       current_date + 60, current_date + 60, '{}', gen_random_uuid(), now() from profile`,
    [caseId, clientId, `E${caseId.slice(0, 9)}`],
  );
}

describe.each(KINDS)("$name", ({ name, add, change, remove, fields, to }) => {
  const events = (verb: string) => (name === "person" ? `person.${verb}` : `fact.${verb}`);

  test("is added, changed and removed by the owner, each with its line in the log", async () => {
    const file = await firm.addCase();
    const added = await firm.run(firm.consultant, add, { ...onPerson(file, name), ...fields });
    const id = added.id ?? "";
    const changed = await firm.run(firm.manager, change, {
      caseId: file.caseId,
      id,
      version: 1,
      ...fields,
      ...to,
    });
    expect(changed.id).toBe(id);
    const sheet = await firm.read(firm.consultant, (ctx) => getFactSheet(ctx, file.caseId));
    expect(sheet.versions[id]).toBe(2);
    expect(JSON.stringify(sheet.facts)).toContain(String(Object.values(to)[0]));
    await firm.run(firm.consultant, remove, { caseId: file.caseId, id, version: 2 });
    const after = await firm.read(firm.consultant, (ctx) => getFactSheet(ctx, file.caseId));
    expect(after.versions[id]).toBeUndefined();
    expect((await firm.eventsOf(file.caseId)).map(({ event }) => event)).toEqual([
      events("added"),
      events("changed"),
      events("removed"),
    ]);
  });

  test("counts a new version of the facts, so that a sign-off of the old ones is seen to be old", async () => {
    const file = await firm.addCase();
    await firm.run(firm.consultant, add, { ...onPerson(file, name), ...fields });
    expect((await caseRow(file)).facts_version).toBe(2);
  });

  test.each(["administrator", "client"] as const)("is not open to the %s", async (who) => {
    const file = await firm.addCase();
    const caller: Caller = who === "client" ? file.client : firm.administrator;
    const refused = await refusal(firm.run(caller, add, { ...onPerson(file, name), ...fields }));
    expect(refused.code).toBe("FORBIDDEN");
  });

  test("of another consultant's case is not there at all", async () => {
    const file = await firm.addCase();
    const { id } = await firm.run(firm.consultant, add, { ...onPerson(file, name), ...fields });
    for (const [command, input] of [
      [add, { ...onPerson(file, name), ...fields }],
      [change, { caseId: file.caseId, id, version: 1, ...fields }],
      [remove, { caseId: file.caseId, id, version: 1 }],
    ] as const) {
      expect((await refusal(firm.run(firm.otherConsultant, command, input))).code).toBe("NOT_FOUND");
    }
  });

  test("changed by two people: the second is told what it says now, and nothing is lost", async () => {
    const file = await firm.addCase();
    const { id } = await firm.run(firm.consultant, add, { ...onPerson(file, name), ...fields });
    const row = { caseId: file.caseId, id, version: 1, ...fields };
    await firm.run(firm.consultant, change, { ...row, ...to });
    const refused = await refusal(firm.run(firm.manager, change, row));
    const [field = "", value] = Object.entries(to)[0] ?? [];
    expect(refused.code).toBe("CONFLICT");
    expect(refused.fieldErrors[field]).toBe(`It now says: ${String(value)}.`);
    expect(refused.current).toMatchObject({ ...to, version: 2 });
    expect(
      (await refusal(firm.run(firm.manager, remove, { caseId: file.caseId, id, version: 1 }))).code,
    ).toBe("CONFLICT");
    await firm.run(firm.manager, change, { ...row, version: 2 });
  });

  test("removed by somebody else meanwhile is said in words", async () => {
    const file = await firm.addCase();
    const { id } = await firm.run(firm.consultant, add, { ...onPerson(file, name), ...fields });
    await firm.run(firm.consultant, remove, { caseId: file.caseId, id, version: 1 });
    const refused = await refusal(
      firm.run(firm.manager, change, { caseId: file.caseId, id, version: 1, ...fields }),
    );
    expect(refused.code).toBe("CONFLICT");
    expect(refused.message).toMatch(/removed this/);
  });

  test("of a closed file no longer changes", async () => {
    const file = await firm.addCase({ stage: "CLOSED" });
    const refused = await refusal(firm.run(firm.consultant, add, { ...onPerson(file, name), ...fields }));
    expect(refused.code).toBe("CONFLICT");
  });

  test("cannot be hung on somebody of another file", async () => {
    const file = await firm.addCase();
    const other = await firm.addCase();
    const { id } = await firm.run(firm.consultant, add, { ...onPerson(other, name), ...fields });
    const refused = await refusal(
      firm.run(firm.consultant, change, { caseId: file.caseId, id, version: 1, ...fields }),
    );
    expect(refused.code).toBe("CONFLICT");
  });
});

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
    expect((await refusal(firm.run(firm.administrator, changeFamilyFacts, input))).code).toBe("FORBIDDEN");
    expect((await refusal(firm.run(firm.otherConsultant, changeFamilyFacts, input))).code).toBe("NOT_FOUND");
  });
});

describe("what the fields refuse", () => {
  test("an occupation that the classification does not have", async () => {
    const file = await firm.addCase();
    const refused = await refusal(
      firm.run(firm.consultant, addJob, { ...onPerson(file, "job"), ...JOB, nocCode: "21999" }),
    );
    expect(refused.fieldErrors.nocCode).toMatch(/no occupation 21999/);
  });

  test("a second spouse", async () => {
    const file = await firm.addCase();
    await firm.run(firm.consultant, addPerson, { caseId: file.caseId, ...SPOUSE });
    const refused = await refusal(firm.run(firm.consultant, addPerson, { caseId: file.caseId, ...SPOUSE }));
    expect(refused.fieldErrors.role).toMatch(/already/);
  });

  test("to remove the principal, whose case it is", async () => {
    const file = await firm.addCase();
    const refused = await refusal(
      firm.run(firm.consultant, removePerson, { caseId: file.caseId, id: file.principalId, version: 1 }),
    );
    expect(refused.message).toMatch(/principal applicant cannot be removed/);
  });

  test("a control character in a name, which PostgreSQL would not store", async () => {
    const file = await firm.addCase();
    const refused = await refusal(
      firm.run(firm.consultant, addPerson, { caseId: file.caseId, ...SPOUSE, familyName: "Kul\u0000karni" }),
    );
    expect(refused.fieldErrors.familyName).toMatch(/invisible character/);
  });
});

describe("what is derived from the facts, in the same transaction", () => {
  test("the score, the occupation, the program and the name that lists show", async () => {
    const file = await firm.addCase();
    const on = onPerson(file, "job");
    await firm.run(firm.consultant, changePerson, {
      caseId: file.caseId,
      id: file.principalId,
      version: 1,
      givenName: "Minh Anh",
      familyName: "Trần",
      birthDate: "1996-03-14",
      maritalStatus: "single",
    });
    await firm.run(firm.consultant, addLanguageTest, { ...on, ...TEST });
    await firm.run(firm.consultant, addCredential, { ...on, ...CREDENTIAL });
    await firm.run(firm.consultant, addJob, { ...on, ...JOB, fromDate: "2023-01-02" });
    await firm.run(firm.consultant, changeFamilyFacts, {
      caseId: file.caseId,
      version: 1,
      part: "place",
      intendedProvince: "ON",
    });
    const row = await caseRow(file);
    expect(row).toMatchObject({ display_name: "Minh Anh Trần", noc_code: "21231", program: "CEC" });
    expect(row.crs_score).toBeGreaterThan(400);
    expect(row.search_text).toContain("minh anh");
  });

  test("a job that overlaps another is saved, with a warning of what counts", async () => {
    const file = await firm.addCase();
    const on = onPerson(file, "job");
    await firm.run(firm.consultant, addJob, { ...on, ...JOB });
    const second = await firm.run(firm.consultant, addJob, {
      ...on,
      ...JOB,
      title: "Tutor",
      hoursPerWeek: 10,
    });
    expect(second.warnings[0]).toBe(
      "This job overlaps Software engineer: 47.5 hours a week together, of which 30 count.",
    );
  });

  test("a retained file begins its assessment with its first fact", async () => {
    const file = await firm.addCase({ stage: "RETAINED" });
    await firm.run(firm.consultant, addLanguageTest, { ...onPerson(file, "test"), ...TEST });
    expect((await caseRow(file)).stage).toBe("ASSESSMENT");
    expect((await firm.eventsOf(file.caseId)).map(({ event }) => event)).toEqual([
      "fact.added",
      "case.advanced",
    ]);
  });

  test("an invited file keeps the class it was invited under", async () => {
    const file = await firm.addCase({ stage: "ITA_RECEIVED" });
    await database.owner.query("update case_file set program = 'FSW' where id = $1", [file.caseId]);
    await firm.run(firm.consultant, addLanguageTest, { ...onPerson(file, "test"), ...TEST });
    expect((await caseRow(file)).program).toBe("FSW");
  });

  test("the checklist follows the facts while an invitation is open", async () => {
    const file = await firm.addCase({ stage: "APPLICATION_PREPARATION" });
    await addOpenInvitation(file);
    await firm.run(firm.consultant, addJob, { ...onPerson(file, "job"), ...JOB });
    const { rows } = await database.owner.query<{ kind: string }>(
      "select kind from requirement where case_id = $1",
      [file.caseId],
    );
    expect(rows.length).toBeGreaterThan(3);
    expect((await firm.eventsOf(file.caseId)).map(({ event }) => event)).toEqual([
      "fact.added",
      "checklist.generated",
    ]);
  });

  test("nothing of a refused change: neither the fact nor the version", async () => {
    const file = await firm.addCase();
    await refusal(firm.run(firm.consultant, addJob, { ...onPerson(file, "job"), ...JOB, nocCode: "21999" }));
    expect(await caseRow(file)).toMatchObject({ facts_version: 1, crs_score: null });
  });

  test("the same submission twice is one fact", async () => {
    const file = await firm.addCase();
    const input = { ...onPerson(file, "job"), ...JOB };
    const once = await firm.run(firm.consultant, addJob, input, { idempotencyKey: "double-click" });
    const twice = await firm.run(firm.consultant, addJob, input, { idempotencyKey: "double-click" });
    expect(twice.id).toBe(once.id);
  });
});
