/** Letters of IRCC: their clocks, more time, the answer with its proof (rules reference 4.3; section 8, I1 and I2). */
import { describe, expect, it } from "vitest";
import { withdrawCase } from "@/lib/cases/commands/withdraw-case";
import { plainDate } from "@/lib/express-entry/timing/plain-date";
import { cataloguedClocks } from "@/lib/testing/catalogued-clocks";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { sentApplications } from "@/lib/testing/sent-application";
import { answerLetter } from "./answer-letter";
import { extendLetter } from "./extend-letter";
import { recordLetter } from "./record-letter";

const database = testDatabase();
const firm = testFirm(database);
const { ago, addPaper, addSent, pageOf, on, addInProcess, clocksOf, stageOf } = sentApplications(
  database,
  firm,
);

async function receive(file: TestCase, over: Record<string, unknown> = {}): Promise<void> {
  await firm.run(firm.consultant, recordLetter, {
    ...{ ...(await on(file)), kind: "adr", letterOn: ago(10), asks: "A new police certificate" },
    ...{ documentId: await addPaper(file, "Letter of IRCC"), ...over },
  });
}

async function letterOf(file: TestCase) {
  const letter = (await pageOf(file)).current?.letters[0];
  if (!letter) throw new Error("the case has a letter");
  return { letter, asked: { caseId: file.caseId, letterId: letter.id, version: letter.version } };
}

/** The tasks of a case, each in one line, and who has it. */
async function tasksOf(file: TestCase) {
  const { rows } = await database.owner.query<{ line: string; assignee: string; clock: string | null }>(
    `select concat_ws(' ', t.state, t.due_on, t.title) as line, t.assignee_id as assignee, d.kind as clock
     from task t left join deadline d on d.id = t.deadline_id where t.case_id = $1 order by t.created_at, t.id`,
    [file.caseId],
  );
  return rows;
}

/** Clocks but the six-month standard. */
const clocks = async (file: TestCase) =>
  (await clocksOf(file)).filter((line) => !line.startsWith("decision"));

describe("a letter", () => {
  it.each([
    ["biometrics", "give_biometrics", "biometrics"],
    ["adr", "answer_adr", null],
    ["pfl", "answer_pfl", null],
    ["passport_request", "send_passport", null],
  ] as const)(
    "%s: 30 days by default, hard, from the letter, and the headline says so",
    async (kind, headline, track) => {
      const file = await addInProcess();
      await receive(file, { kind });
      expect(await clocks(file)).toEqual([`${kind} open ${ago(-20)} hard`]);
      expect((await pageOf(file)).headline).toBe(headline);
      const { letter } = await letterOf(file);
      expect(letter).toMatchObject({ track, dueRule: "Date of the letter + 30 days", state: "open" });
      const { rows } = await database.owner.query(
        "select source_document_id from deadline where source_id = $1",
        [letter.id],
      );
      expect(rows).toEqual([{ source_document_id: letter.document?.id }]);
    },
  );

  it("has the date that stands in it, sets its check to “action required”, and asks the client for what it lists", async () => {
    const file = await addInProcess();
    await receive(file, {
      dueOn: ago(-5),
      track: "background",
      items: "Police certificate, India\n\nPhoto \n",
    });
    expect(await clocks(file)).toEqual([`adr open ${ago(-5)} hard`]);
    const { letter } = await letterOf(file);
    expect(letter.items.map(({ title, state }) => [title, state]).sort()).toEqual([
      ["Photo", "requested"],
      ["Police certificate, India", "requested"],
    ]);
    const { current } = await pageOf(file);
    expect(current?.tracks.find(({ track }) => track === "background")?.state).toBe("action_required");
    const { rows } = await database.owner.query(
      "select distinct due_on::text, reason from requirement where letter_id = $1",
      [letter.id],
    );
    expect(rows).toEqual([
      {
        due_on: ago(-5),
        reason: `IRCC asks for it: request for documents (adr) of ${plainDate(ago(10))}.`,
      },
    ]);
  });

  it("may come in any stage from 12 to 18, and leaves the case where it is", async () => {
    for (const stage of ["SUBMITTED", "IN_PROCESS", "APPROVED", "CONFIRMATION_ISSUED"]) {
      const file = await addInProcess();
      await database.owner.query("update case_file set stage = $2 where id = $1", [file.caseId, stage]);
      await receive(file, { kind: "pfl" });
      expect((await pageOf(file)).headline).toBe("answer_pfl");
      expect(await stageOf(file)).toBe(stage);
    }
    const ended = await addInProcess();
    await database.owner.query("update case_file set stage = 'REFUSED' where id = $1", [ended.caseId]);
    await expect(receive(ended)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("is refused without its paper, before its acknowledgement, with dates out of order, and to others", async () => {
    const file = await addInProcess();
    await expect(receive(file, { documentId: "" })).rejects.toMatchObject({
      fieldErrors: { documentId: "Attach the letter first." },
    });
    await expect(receive(file, { letterOn: ago(-1) })).rejects.toMatchObject({
      fieldErrors: { letterOn: expect.stringContaining("in the future") },
    });
    await expect(receive(file, { dueOn: ago(11) })).rejects.toMatchObject({
      fieldErrors: { dueOn: "This is before the date of the letter." },
    });
    await expect(receive(file, { version: 99 })).rejects.toMatchObject({ code: "CONFLICT" });
    const early = await addSent();
    await expect(receive(early, { version: 1 })).rejects.toMatchObject({
      message: "Record IRCC's acknowledgement of receipt first.",
    });
    const input = { ...(await on(file)), kind: "adr", letterOn: ago(10), asks: "x" };
    const paper = { documentId: await addPaper(file, "Letter") };
    await expect(firm.run(firm.administrator, recordLetter, { ...input, ...paper })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await clocks(file)).toEqual([]);
  });
});

describe("more time", () => {
  it("is asked for before the date, and with a new day the clock moves", async () => {
    const file = await addInProcess();
    await receive(file, { kind: "pfl", dueOn: ago(-5) });
    const first = await letterOf(file);
    await firm.run(firm.consultant, extendLetter, {
      ...{ ...first.asked, askedOn: ago(1), reason: "A paper comes from abroad" },
    });
    expect(await clocks(file)).toEqual([`pfl open ${ago(-5)} hard`]);
    await expect(
      firm.run(firm.consultant, extendLetter, { ...first.asked, askedOn: ago(1), reason: "x" }),
    ).rejects.toMatchObject({ code: "CONFLICT" });
    const second = await letterOf(file);
    await firm.run(firm.consultant, extendLetter, {
      ...{ ...second.asked, askedOn: ago(1), reason: "A paper comes from abroad", dueOn: ago(-25) },
    });
    expect(await clocks(file)).toEqual([`pfl open ${ago(-25)} hard`]);
    expect((await letterOf(file)).letter).toMatchObject({ extendedFrom: ago(-5), dueOn: ago(-25) });
  });

  it("is not heard after the date, nor to a day that is no later", async () => {
    const file = await addInProcess();
    await receive(file, { letterOn: ago(20), dueOn: ago(3) });
    const { asked } = await letterOf(file);
    await expect(
      firm.run(firm.consultant, extendLetter, { ...asked, askedOn: ago(2), reason: "x", dueOn: ago(-9) }),
    ).rejects.toMatchObject({
      fieldErrors: { askedOn: expect.stringContaining("It had to be asked for by") },
    });
    await expect(
      firm.run(firm.consultant, extendLetter, { ...asked, askedOn: ago(4), reason: "x", dueOn: ago(3) }),
    ).rejects.toMatchObject({ fieldErrors: { dueOn: expect.stringContaining("The day now is") } });
    await expect(
      firm.run(file.client, extendLetter, { ...asked, askedOn: ago(4), reason: "x" }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("the answer", () => {
  it("names what was sent when, with its proof, and meets the clock once", async () => {
    const file = await addInProcess();
    await receive(file, { track: "background" });
    const { asked } = await letterOf(file);
    const answer = { ...asked, answeredOn: ago(1), answer: "The certificate of the RCMP" };
    await expect(firm.run(firm.consultant, answerLetter, answer)).rejects.toMatchObject({
      fieldErrors: { documentId: "Attach the proof that it was sent first." },
    });
    const documentId = await addPaper(file, "Proof of sending");
    await expect(firm.run(firm.administrator, answerLetter, { ...answer, documentId })).rejects.toMatchObject(
      { code: "FORBIDDEN" },
    );
    await firm.run(firm.consultant, answerLetter, { ...answer, documentId });
    expect(await clocks(file)).toEqual([`adr met ${ago(-20)} hard`]);
    const { current, headline } = await pageOf(file);
    expect(headline).toBe("in_review");
    expect(current?.letters).toMatchObject([
      { state: "answered", answeredOn: ago(1), proof: { id: documentId, title: "Proof of sending" } },
    ]);
    expect(current?.tracks.find(({ track }) => track === "background")?.state).toBe("in_progress");
    expect(current?.steps[0]).toMatchObject({ kind: "letter_answered", clientTold: true });
    await expect(firm.run(firm.consultant, answerLetter, { ...answer, documentId })).rejects.toMatchObject({
      message: "This letter waits for nothing any more.",
    });
  });

  it("that went late misses the clock; given biometrics pass their check and need no proof", async () => {
    const file = await addInProcess();
    await receive(file, { kind: "biometrics", letterOn: ago(40) });
    const { asked } = await letterOf(file);
    await firm.run(firm.consultant, answerLetter, {
      ...asked,
      answeredOn: ago(2),
      answer: "Given in Toronto",
    });
    expect(await clocks(file)).toEqual([`biometrics missed ${ago(10)} hard`]);
    const { current } = await pageOf(file);
    expect(current?.tracks.find(({ track }) => track === "biometrics")?.state).toBe("passed");
  });
});

it("every clock that was set here has its class and its formula from the catalogue", async () => {
  const { names, unlike } = await cataloguedClocks(database);
  expect(names).toEqual(expect.arrayContaining(["adr", "biometrics", "pfl", "passport_request"]));
  expect(unlike).toEqual([]);
});

describe("the task of a letter", () => {
  it.each([
    ["biometrics", "Book biometrics with the client"],
    ["adr", "Prepare the answer to IRCC's request for documents"],
    ["pfl", "Prepare the answer to IRCC's fairness letter"],
    ["passport_request", "Get the passport from the client and send it to IRCC"],
  ] as const)("%s: on its clock, for who answers for it, due a week before its day", async (kind, title) => {
    const file = await addInProcess();
    await receive(file, { kind });
    expect(await tasksOf(file)).toEqual([
      { line: `open ${ago(-13)} ${title}`, assignee: file.ownerId, clock: kind },
    ]);
  });

  it("is due today where the letter leaves less than a week", async () => {
    const file = await addInProcess();
    await receive(file, { dueOn: ago(-3) });
    expect((await tasksOf(file))[0]?.line).toMatch(`open ${ago(0)} `);
  });

  it("moves when more time is given, and is done with the answer", async () => {
    const file = await addInProcess();
    await receive(file);
    const { asked } = await letterOf(file);
    await firm.run(firm.consultant, extendLetter, {
      ...{ ...asked, askedOn: ago(4), reason: "The RCMP is slow", dueOn: ago(-50) },
    });
    expect((await tasksOf(file))[0]?.line).toMatch(`open ${ago(-43)} `);
    await firm.run(firm.consultant, answerLetter, {
      ...{ ...(await letterOf(file)).asked, answeredOn: ago(0), answer: "The certificate" },
      documentId: await addPaper(file, "Proof of sending"),
    });
    expect((await tasksOf(file)).map(({ line }) => line.split(" ")[0])).toEqual(["done"]);
  });

  it("is dropped with the letter when the client withdraws; one settled by hand stays as it was", async () => {
    const file = await addInProcess();
    await receive(file);
    await receive(file, { kind: "pfl" });
    await database.owner.query(
      "update task set state = 'done', settled_at = now() where case_id = $1 and title like '%fairness%'",
      [file.caseId],
    );
    await firm.run(firm.manager, withdrawCase, { caseId: file.caseId, reason: "Stays at home" });
    expect((await tasksOf(file)).map(({ line }) => line.split(" ")[0]).sort()).toEqual(["done", "dropped"]);
    expect((await pageOf(file)).current?.letters.map(({ state }) => state)).toEqual(["void", "void"]);
  });
});
