import { beforeAll, describe, expect, test } from "vitest";
import type { Caller } from "@/lib/command/actor-context";
import type { Command } from "@/lib/command/define-command";
import { loadOccupations } from "@/lib/occupations/load-occupations";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import {
  caseRowOf,
  onPrincipal,
  refusalOf,
  sampleAddress,
  sampleCredential,
  sampleJob,
  sampleSpouse,
  sampleTest,
} from "@/lib/testing/sample-facts";
import { getFactSheet } from "../queries";
import type { FactsChanged } from "../types";
import { addAddress } from "./add-address";
import { addCredential } from "./add-credential";
import { addJob } from "./add-job";
import { addLanguageTest } from "./add-language-test";
import { addPerson } from "./add-person";
import { changeAddress } from "./change-address";
import { changeCredential } from "./change-credential";
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

/** Each kind of fact: how it is added, changed and removed, and the event each leaves. */
const KINDS = [
  {
    name: "address",
    add: addAddress,
    change: changeAddress,
    remove: removeAddress,
    fields: sampleAddress,
    to: { city: "Mumbai" },
  },
  {
    name: "job",
    add: addJob,
    change: changeJob,
    remove: removeJob,
    fields: sampleJob,
    to: { hoursPerWeek: 30 },
  },
  {
    name: "language_test",
    add: addLanguageTest,
    change: changeLanguageTest,
    remove: removeLanguageTest,
    fields: sampleTest,
    to: { reading: 10 },
  },
  {
    name: "credential",
    add: addCredential,
    change: changeCredential,
    remove: removeCredential,
    fields: sampleCredential,
    to: { field: "Computing" },
  },
  {
    name: "person",
    add: addPerson,
    change: changePerson,
    remove: removePerson,
    fields: sampleSpouse,
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

const onPerson = (file: TestCase, name: string): Fields =>
  name === "person" ? { caseId: file.caseId } : onPrincipal(file);

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
    expect((await caseRowOf(database, file)).facts_version).toBe(2);
  });

  test.each(["administrator", "client"] as const)("is not open to the %s", async (who) => {
    const file = await firm.addCase();
    const caller: Caller = who === "client" ? file.client : firm.administrator;
    const refused = await refusalOf(firm.run(caller, add, { ...onPerson(file, name), ...fields }));
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
      expect((await refusalOf(firm.run(firm.otherConsultant, command, input))).code).toBe("NOT_FOUND");
    }
  });

  test("changed by two people: the second is told what it says now, and nothing is lost", async () => {
    const file = await firm.addCase();
    const { id } = await firm.run(firm.consultant, add, { ...onPerson(file, name), ...fields });
    const row = { caseId: file.caseId, id, version: 1, ...fields };
    await firm.run(firm.consultant, change, { ...row, ...to });
    const refused = await refusalOf(firm.run(firm.manager, change, row));
    const [field = "", value] = Object.entries(to)[0] ?? [];
    expect(refused.code).toBe("CONFLICT");
    expect(refused.fieldErrors[field]).toBe(`It now says: ${String(value)}.`);
    expect(refused.current).toMatchObject({ ...to, version: 2 });
    expect(
      (await refusalOf(firm.run(firm.manager, remove, { caseId: file.caseId, id, version: 1 }))).code,
    ).toBe("CONFLICT");
    await firm.run(firm.manager, change, { ...row, version: 2 });
  });

  test("removed by somebody else meanwhile is said in words", async () => {
    const file = await firm.addCase();
    const { id } = await firm.run(firm.consultant, add, { ...onPerson(file, name), ...fields });
    await firm.run(firm.consultant, remove, { caseId: file.caseId, id, version: 1 });
    const refused = await refusalOf(
      firm.run(firm.manager, change, { caseId: file.caseId, id, version: 1, ...fields }),
    );
    expect(refused.code).toBe("CONFLICT");
    expect(refused.message).toMatch(/removed this/);
  });

  test("of a closed file no longer changes", async () => {
    const file = await firm.addCase({ stage: "CLOSED" });
    const refused = await refusalOf(firm.run(firm.consultant, add, { ...onPerson(file, name), ...fields }));
    expect(refused.code).toBe("CONFLICT");
  });

  test("cannot be hung on somebody of another file", async () => {
    const file = await firm.addCase();
    const other = await firm.addCase();
    const { id } = await firm.run(firm.consultant, add, { ...onPerson(other, name), ...fields });
    const refused = await refusalOf(
      firm.run(firm.consultant, change, { caseId: file.caseId, id, version: 1, ...fields }),
    );
    expect(refused.code).toBe("CONFLICT");
  });
});

describe("what the fields refuse", () => {
  test("an occupation that the classification does not have", async () => {
    const file = await firm.addCase();
    const refused = await refusalOf(
      firm.run(firm.consultant, addJob, { ...onPrincipal(file), ...sampleJob, nocCode: "21999" }),
    );
    expect(refused.fieldErrors.nocCode).toMatch(/no occupation 21999/);
  });

  test("a second spouse", async () => {
    const file = await firm.addCase();
    await firm.run(firm.consultant, addPerson, { caseId: file.caseId, ...sampleSpouse });
    const refused = await refusalOf(
      firm.run(firm.consultant, addPerson, { caseId: file.caseId, ...sampleSpouse }),
    );
    expect(refused.fieldErrors.role).toMatch(/already/);
  });

  test("to remove the principal, whose case it is", async () => {
    const file = await firm.addCase();
    const refused = await refusalOf(
      firm.run(firm.consultant, removePerson, { caseId: file.caseId, id: file.principalId, version: 1 }),
    );
    expect(refused.message).toMatch(/principal applicant cannot be removed/);
  });

  test("a control character in a name", async () => {
    const file = await firm.addCase();
    const refused = await refusalOf(
      firm.run(firm.consultant, addPerson, {
        caseId: file.caseId,
        ...sampleSpouse,
        familyName: "Kul\u0007karni",
      }),
    );
    expect(refused.fieldErrors.familyName).toMatch(/invisible character/);
  });
});
