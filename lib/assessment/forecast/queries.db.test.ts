import { beforeAll, describe, expect, test } from "vitest";
import { AppError } from "@/lib/errors/app-error";
import { assessCrs } from "@/lib/express-entry/crs/assess";
import { whatIf } from "@/lib/express-entry/what-if/what-if";
import { answerLine } from "@/lib/express-entry/command-line/answer-line";
import { loadOccupations } from "@/lib/occupations/load-occupations";
import { getCaseFacts } from "@/lib/people/queries";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { addProfileTwo, lifeUntil } from "@/lib/testing/profile-two";
import { saveScenario } from "../commands/save-scenario";
import type { Query } from "./types";
import { computeForecast } from "./compute";
import { getForecastInput } from "./queries";

const database = testDatabase();
const firm = testFirm(database);

const round = (id: string, date: string, program: string, lowest: number, category = false) =>
  database.owner.query(
    `insert into round (id, date, name, program, category_based, invitations, lowest_crs, source)
     values ($1, $2, $3, $4, $5, 1, $6, 'test')`,
    [id, date, `Round ${id}`, program, category, lowest],
  );

/** In the database's own day, so that no clock is read here. */
const daysAgo = async (days: number) => {
  const { rows } = await database.owner.query<{ day: string }>(
    "select (current_date - $1::int)::text as day",
    [days],
  );
  return rows[0]?.day ?? "";
};

beforeAll(async () => {
  await loadOccupations(database.owner);
  await round("r1", await daysAgo(90), "CEC", 523);
  await round("r2", await daysAgo(60), "CEC", 518);
  await round("r3", await daysAgo(70), "french", 382, true);
  await round("old", await daysAgo(500), "CEC", 600);
});

async function addFile(): Promise<TestCase> {
  const file = await firm.addCase();
  const life = lifeUntil(await daysAgo(0));
  await addProfileTwo((sql, values) => database.owner.query(sql, values), file, life);
  return file;
}

type Ctx = Parameters<typeof getForecastInput>[0];
async function read(file: TestCase, query: Query = {}, caller = firm.consultant) {
  const ask = (ctx: unknown) => getForecastInput(ctx as Ctx, file.number, query);
  const { file: shown, ...input } = await firm.read(caller, ask);
  return { ...computeForecast(input), ...shown };
}
const factsOf = (file: TestCase) => firm.read(firm.consultant, (ctx) => getCaseFacts(ctx, file.caseId));

describe("the forecast of a case", () => {
  test("is on every one of its dates what npm run score says of the facts on that date", async () => {
    const file = await addFile();
    const facts = await factsOf(file);
    const { lines } = await read(file);
    const { steps } = lines[0].forecast;
    expect(steps.length).toBeGreaterThan(2);
    for (const { from, score } of steps) {
      // The command line answers for days with rules; the figures of later ones are those of the last such day.
      const on = from < "2026-11-02" ? from : "2026-11-02";
      const line = JSON.stringify({ id: from, on, factors: assessCrs(facts, from).factors });
      const answer = JSON.parse(answerLine(line, "crs")?.output ?? "{}") as { total?: number };
      expect([from, score]).toEqual([from, answer.total]);
    }
  });

  test("measures by the last round of a program that is open, and knows older ones no more", async () => {
    const { now, kinds, roundsUntil } = await read(await addFile());
    expect(now.margin).toMatchObject({ points: now.score - 518, kind: { program: "CEC" } });
    expect(kinds.map(({ program, rounds }) => [program, rounds.length])).toEqual([
      ["CEC", 2],
      ["french", 1],
    ]);
    expect(roundsUntil).toBe(await daysAgo(60));
  });

  test("says once that the figures are those of earlier rules, and which are missing", async () => {
    expect((await read(await addFile())).superseded).toEqual({
      from: "2025-03-25",
      to: "2026-11-02",
      missing: "2026-11-03",
    });
  });

  test("begins on a chosen day; a day that is none, or too far, is today", async () => {
    const file = await addFile();
    const { today } = await read(file);
    const later = `${Number(today.slice(0, 4)) + 1}-01-15`;
    expect((await read(file, { from: later })).start).toBe(later);
    for (const from of ["2026-02-30", "1999-01-01", "2099-01-01"]) {
      expect((await read(file, { from })).start).toBe(today);
    }
  });
});

describe("what is tried", () => {
  test("is a line of its own: CELPIP 10 in all four gains the twelve that the engine says", async () => {
    const file = await addFile();
    const { lines, start } = await read(file, { english: "10" });
    const tried = lines.at(-1);
    expect(tried).toMatchObject({
      letter: "B",
      kind: "tried",
      name: "CELPIP 10 in all four",
      gained: 12,
      weeks: 6,
    });
    const engine = whatIf(await factsOf(file), tried?.changes ?? [], start);
    expect([tried?.best, tried?.gained, tried?.cost]).toEqual([engine.best, engine.gained, engine.cost]);
    expect(tried?.forecast.steps).toEqual(engine.forecast.steps);
  });

  test.each(["ITA_RECEIVED", "IN_PROCESS", "CLOSED"])(
    "at %s has no list of what would raise the score: a line says what counts instead",
    async (stage) => {
      const file = await addFile();
      await database.owner.query("update case_file set stage = $2 where id = $1", [file.caseId, stage]);
      const { ranking, notRanked, lines } = await read(file, { english: "10" });
      expect(ranking).toBeNull();
      expect(notRanked).toMatch(/^This file (is invited|has ended|has been submitted)/);
      // What if is still asked: the change is computed.
      expect(lines.at(-1)).toMatchObject({ kind: "tried", gained: 12 });
    },
  );

  test("can be taken from the list of improvements, which stays the file's own", async () => {
    const file = await addFile();
    const [first] = (await read(file)).ranking?.improvements ?? [];
    expect(first).toBeDefined();
    const { lines, ranking } = await read(file, { add: first?.id ?? "" });
    expect(lines.at(-1)).toMatchObject({ kind: "tried", gained: first?.gained });
    expect(ranking?.improvements[0]?.id).toBe(first?.id);
    expect((await read(file, { add: "nothing:of:the:kind" })).lines).toHaveLength(1);
  });

  test("once kept it is there for every colleague, in the order of keeping, recomputed from the facts", async () => {
    const file = await addFile();
    const changes = JSON.stringify((await read(file, { english: "10" })).lines.at(-1)?.changes);
    await firm.run(firm.consultant, saveScenario, { caseId: file.caseId, name: "English again", changes });
    const { lines } = await read(file, { french: "7" }, firm.manager);
    expect(lines.map(({ letter, kind, name }) => [letter, kind, name])).toEqual([
      ["A", "file", "File as it stands"],
      ["B", "kept", "English again"],
      ["C", "tried", "French to NCLC 7"],
    ]);
    expect(lines[1]?.gained).toBe(12);
  });
});

test("the forecast is not the administrator's to read, and of another's case not there", async () => {
  const file = await addFile();
  const as = async (caller: typeof firm.consultant) => {
    const error: unknown = await read(file, {}, caller).catch((thrown: unknown) => thrown);
    return error instanceof AppError ? error.code : "read";
  };
  expect(await as(firm.administrator)).toBe("FORBIDDEN");
  expect(await as(firm.otherConsultant)).toBe("NOT_FOUND");
  const shown = await read(file, {}, firm.manager);
  expect(shown.allowed.keep).toBe(true);
});
