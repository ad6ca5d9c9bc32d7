import { beforeAll, describe, expect, test } from "vitest";
import type { CrsLine } from "@/lib/express-entry/crs/lines";
import { answerLine } from "@/lib/express-entry/command-line/answer-line";
import { AppError } from "@/lib/errors/app-error";
import { loadOccupations } from "@/lib/occupations/load-occupations";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { addProfileTwo } from "@/lib/testing/profile-two";
import { getAssessment } from "./queries";

const database = testDatabase();
const firm = testFirm(database);
beforeAll(() => loadOccupations(database.owner));

const profileTwo = (file: TestCase) =>
  addProfileTwo((sql, values) => database.owner.query(sql, values), file);

const read = (file: TestCase, on?: string) =>
  firm.read(firm.consultant, (ctx) =>
    getAssessment(ctx as Parameters<typeof getAssessment>[0], file.number, on),
  );

describe("the assessment of a case", () => {
  test("is, figure by figure, what npm run score says of the same facts", async () => {
    const file = await firm.addCase();
    await profileTwo(file);
    const { crs } = await read(file, "2026-01-07");
    const line = JSON.stringify({ id: "page", on: "2026-01-07", factors: crs.factors });
    const answer = JSON.parse(answerLine(line, "crs")?.output ?? "{}") as Record<string, unknown>;
    expect(answer).toEqual({ id: "page", ...crs.score });
    const figureOf = ({ id }: CrsLine): unknown => {
      const [section = "", key = ""] = id.split(".");
      return (answer[section] as Record<string, number>)[key];
    };
    for (const shown of crs.lines) expect([shown.id, shown.points]).toEqual([shown.id, figureOf(shown)]);
    expect(crs.score.total).toBe(482);
  });

  test("answers for any day: a year earlier the work was not there yet", async () => {
    const file = await firm.addCase();
    await profileTwo(file);
    const [now, then] = [await read(file, "2026-01-07"), await read(file, "2024-06-01")];
    expect(now.eligibility.verdicts.CEC).toBe("eligible");
    expect(then.eligibility.verdicts.CEC).toBe("not_eligible");
    expect(then.crs.score.core.canadianWork).toBe(0);
  });

  test("says under which rules, and from 3 Nov 2026 that the score is not IRCC's current one", async () => {
    const file = await firm.addCase();
    expect((await read(file, "2026-11-02")).crs).toMatchObject({ superseded: false, notice: null });
    const later = (await read(file, "2026-11-03")).crs;
    expect(later.superseded).toBe(true);
    expect(later.notice).toMatch(/in force 25 Mar 2025 to 2 Nov 2026; not IRCC's current score/);
  });

  test("stands at today in the firm's zone when the day is none, or no day", async () => {
    const file = await firm.addCase();
    const { today, on } = await read(file);
    expect(on).toBe(today);
    expect((await read(file, "2026-02-30")).on).toBe(today);
  });

  test("compares with the last round of the class up to that day, never with a category's", async () => {
    const file = await firm.addCase();
    await profileTwo(file);
    const round = (id: string, date: string, program: string, lowest: number, category = false) =>
      database.owner.query(
        `insert into round (id, date, name, program, category_based, invitations, lowest_crs, source)
         values ($1, $2, $3, $4, $5, 1, $6, 'test')`,
        [id, date, `Round ${id}`, program, category, lowest],
      );
    await round("r1", "2025-12-01", "CEC", 533);
    await round("r2", "2026-01-05", "CEC", 511);
    await round("r3", "2026-01-06", "french", 400, true);
    await round("r4", "2026-02-01", "CEC", 505);
    expect((await read(file, "2026-01-07")).lastRound).toMatchObject({ date: "2026-01-05", lowestCrs: 511 });
  });

  test("is not the administrator's to read, and of another's case not there", async () => {
    const file = await firm.addCase();
    const as = async (caller: typeof firm.consultant) => {
      const error: unknown = await firm
        .read(caller, (ctx) => getAssessment(ctx as Parameters<typeof getAssessment>[0], file.number))
        .catch((thrown: unknown) => thrown);
      return error instanceof AppError ? error.code : "read";
    };
    expect(await as(firm.administrator)).toBe("FORBIDDEN");
    expect(await as(firm.otherConsultant)).toBe("NOT_FOUND");
    expect(await as(firm.manager)).toBe("read");
  });
});
