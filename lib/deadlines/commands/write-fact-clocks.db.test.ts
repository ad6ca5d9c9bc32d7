import { describe, expect, it } from "vitest";
import { closeCase } from "@/lib/cases/commands/close-case";
import { deriveClocks as deriveEverything } from "@/lib/jobs/tasks/derive-clocks";
import { workerCaller } from "@/lib/jobs/work-off";
import { addLanguageTest } from "@/lib/people/commands/add-language-test";
import { changeLanguageTest } from "@/lib/people/commands/change-language-test";
import { removeLanguageTest } from "@/lib/people/commands/remove-language-test";
import { cataloguedClocks } from "@/lib/testing/catalogued-clocks";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { onPrincipal, sampleTest } from "@/lib/testing/sample-facts";
import { deriveClocks } from "./derive-clocks";

const database = testDatabase();
const firm = testFirm(database);

async function clocksOf(file: TestCase) {
  const { rows } = await database.owner.query<Record<string, unknown>>(
    `select kind, title, due_on::text as due_on, state, hard, version from deadline
     where case_id = $1 and source_kind = 'fact' order by kind, created_at`,
    [file.caseId],
  );
  return rows;
}

/** The two facts that no form of the tests asks for, written past every command. */
async function givePapers(file: TestCase, passportEnds: string): Promise<void> {
  await database.owner.query(
    `update person set passport_number = 'Z1', passport_country = 'IN', passport_expires_on = $2 where id = $1`,
    [file.principalId, passportEnds],
  );
}

const deriveAll = () => deriveEverything({}, { ...firm.runtime, signal: new AbortController().signal });

describe("a clock of the facts", () => {
  it("is set with the fact, moves with it as a new version, and is void without it", async () => {
    const file = await firm.addCase();
    const test = await firm.run(firm.consultant, addLanguageTest, { ...onPrincipal(file), ...sampleTest });
    const set = {
      kind: "language_test",
      title: "CELPIP of Neha ends",
      due_on: "2027-10-17",
      state: "open",
      hard: false,
    };
    expect(await clocksOf(file)).toEqual([{ ...set, version: 1 }]);

    const named = { caseId: file.caseId, id: test.id, version: test.version };
    const moved = await firm.run(firm.consultant, changeLanguageTest, {
      ...{ ...named, ...sampleTest },
      takenOn: "2025-11-18",
    });
    expect(await clocksOf(file)).toEqual([{ ...set, due_on: "2027-11-17", version: 2 }]);

    await firm.run(firm.consultant, removeLanguageTest, { ...named, version: moved.version });
    expect(await clocksOf(file)).toMatchObject([{ state: "void", version: 3 }]);
  });

  it("gives way to the test that lasts longer", async () => {
    const file = await firm.addCase();
    await firm.run(firm.consultant, addLanguageTest, { ...onPrincipal(file), ...sampleTest });
    await firm.run(firm.consultant, addLanguageTest, {
      ...{ ...onPrincipal(file), ...sampleTest },
      ...{ kind: "ielts_general", takenOn: "2026-05-02" },
      ...{ listening: 8, reading: 7, writing: 7, speaking: 7 },
    });
    expect(await clocksOf(file)).toMatchObject([
      { title: "CELPIP of Neha ends", state: "void" },
      { title: "IELTS of Neha ends", state: "open", due_on: "2028-05-01" },
    ]);
  });

  it("ends with the case", async () => {
    const file = await firm.addCase();
    await firm.run(firm.consultant, addLanguageTest, { ...onPrincipal(file), ...sampleTest });
    await firm.run(firm.consultant, closeCase, {
      ...{ caseId: file.caseId, reason: "Moved away", dutiesReason: "Nothing was held" },
    });
    expect(await clocksOf(file)).toMatchObject([{ state: "void" }]);
  });
});

describe("deriving every clock anew", () => {
  it("sets what is missing, stops what has done its work, and then changes nothing more", async () => {
    const [preparing, sent, enquiry] = [
      await firm.addCase({ stage: "APPLICATION_PREPARATION" }),
      await firm.addCase({ stage: "IN_PROCESS" }),
      await firm.addCase({ stage: "ENQUIRY" }),
    ];
    for (const file of [preparing, sent, enquiry]) await givePapers(file, "2027-05-01");
    // As of the day it was sent: a test counts no more, its clock was forgotten.
    await database.owner.query(
      `insert into language_test (id, case_id, client_id, person_id, kind, taken_on, listening, reading, writing, speaking)
       select gen_random_uuid(), case_id, client_id, id, 'celpip_general', '2025-10-18', 9, 9, 9, 9 from person where id = any($1)`,
      [[preparing.principalId, sent.principalId]],
    );
    await deriveAll();
    const kinds = async (file: TestCase) =>
      (await clocksOf(file)).map(({ kind, due_on, state }) => [kind, due_on, state].join(" "));
    expect(await kinds(preparing)).toEqual(["language_test 2027-10-17 open", "passport 2027-05-01 open"]);
    expect(await kinds(sent)).toEqual(["passport 2027-05-01 open"]);
    expect(await kinds(enquiry)).toEqual([]);

    const again = await firm.run(workerCaller(), deriveClocks, { after: null });
    expect(again.changed).toBe(0);
    await givePapers(sent, "2031-05-01");
    expect(await firm.run(workerCaller(), deriveClocks, { after: null })).toMatchObject({ changed: 1 });
    expect(await kinds(sent)).toEqual(["passport 2031-05-01 open"]);
  });

  it("is the worker's alone", async () => {
    await expect(firm.run(firm.manager, deriveClocks, { after: null })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

it("every clock that was set here has its class and its formula from the catalogue", async () => {
  const { names, unlike } = await cataloguedClocks(database);
  expect(names).toEqual(expect.arrayContaining(["language_test", "passport"]));
  expect(unlike).toEqual([]);
});
