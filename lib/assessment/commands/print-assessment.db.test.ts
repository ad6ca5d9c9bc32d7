import { beforeAll, describe, expect, test } from "vitest";
import { AppError } from "@/lib/errors/app-error";
import { answerLine } from "@/lib/express-entry/command-line/answer-line";
import { loadOccupations } from "@/lib/occupations/load-occupations";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { readPdf } from "@/lib/testing/pdf-text";
import { addProfileTwo } from "@/lib/testing/profile-two";
import { getAssessment } from "../queries";
import { printAssessment } from "./print-assessment";

const database = testDatabase();
const firm = testFirm(database);
beforeAll(async () => {
  await loadOccupations(database.owner);
  await database.owner.query(
    "update firm set address = '1200 Bay Street, Toronto', phone = '+1 416 555 0142', email = 'office@newjain.example'",
  );
  await database.owner.query("update app_user set licence_number = 'R512345' where name = 'Priya Raman'");
});

const ON = "2026-01-07";

const profileTwo = (file: TestCase) =>
  addProfileTwo((sql, values) => database.owner.query(sql, values), file);

const print = (file: TestCase, caller = firm.consultant, on: string | undefined = ON) =>
  firm.run(caller, printAssessment, { number: file.number, on });

describe("the printed assessment", () => {
  test("says, line by line, what npm run score says of the same facts", async () => {
    const file = await firm.addCase();
    await profileTwo(file);
    const { crs } = await firm.read(firm.consultant, (ctx) =>
      getAssessment(ctx as Parameters<typeof getAssessment>[0], file.number, ON),
    );
    const line = JSON.stringify({ id: "paper", on: ON, factors: crs.factors });
    const answer = JSON.parse(answerLine(line, "crs")?.output ?? "{}") as { total: number } & Record<
      string,
      Record<string, number>
    >;
    const { text } = await readPdf((await print(file)).pdf);
    expect(answer.total).toBe(482);
    expect(text).toContain("482 CRS on 7 Jan 2026");
    for (const { id, label, input, max } of crs.lines) {
      const [section = "", key = ""] = id.split(".");
      const words = input.charAt(0).toUpperCase() + input.slice(1);
      expect(text).toContain(`${label} ${words} ${answer[section]?.[key]} ${max}`);
    }
    expect(text).toMatch(
      new RegExp(
        `Skill transferability [^0-9]*50 of 50; [^0-9]*0 of 50 ${answer.transferability?.total} 100`,
      ),
    );
    expect(text).toContain(`Total ${answer.total} 1,200`);
  });

  test("has everything the client takes home, by the firm’s name, on numbered pages", async () => {
    const file = await firm.addCase({ name: ["Minh Anh", "Trần"] });
    await profileTwo(file);
    const paper = await readPdf((await print(file)).pdf);
    for (const words of [
      ...["New Jain Immigration Services", "1200 Bay Street, Toronto", "+1 416 555 0142"],
      ...[
        "Minh Anh Trần",
        `File ${file.number}`,
        "As of 7 Jan 2026",
        "Prepared by Priya Raman, RCIC R512345",
      ],
      ...["Canadian Experience Class (CEC) eligible", "Federal Skilled Worker (FSW)", "IRPR 87.1(2)"],
      ...["Score, line by line", "Skilled Worker selection grid", "Category rounds", "Forecast"],
      ...[
        "What could be improved",
        "Best score",
        "Funds and government fees",
        "Right of permanent residence",
      ],
      ...["What is not certain", "It is not a guarantee"],
    ]) {
      expect(paper.text).toContain(words);
    }
    paper.pages.forEach((page, index) => {
      expect(page).toContain(`Page ${index + 1} of ${paper.pages.length}`);
    });
    expect(paper).toMatchObject({
      title: "Express Entry assessment, Minh Anh Trần",
      language: "en-CA",
    });
    expect([...paper.roles]).toEqual(
      expect.arrayContaining(["H1", "H2", "H3", "P", "Table", "TH", "TD", "Figure"]),
    );
  });

  test("of a blank file is a paper that says what is missing", async () => {
    const file = await firm.addCase();
    const { text } = await readPdf((await print(file)).pdf);
    expect(text).toContain("no program is met on this day");
    expect(text).toContain("Birth date not known: no points for age.");
  });

  test("after 3 Nov 2026 says that the score is not IRCC’s current one", async () => {
    const file = await firm.addCase();
    await profileTwo(file);
    const { text } = await readPdf((await print(file, firm.manager, "2026-11-23")).pdf);
    expect(text).toContain("not IRCC's current score");
    expect(text).toContain("the newer rules are not on file");
  });

  test("of an invited file has no list of improvements: it says what counts instead", async () => {
    const file = await firm.addCase({ stage: "APPLICATION_PREPARATION" });
    await profileTwo(file);
    const { text } = await readPdf((await print(file)).pdf);
    expect(text).toContain("What could be improved This file is invited.");
    expect(text).not.toContain("Best score");
  });

  test("leaves in the log who took it, of which day and which version of the facts", async () => {
    const file = await firm.addCase();
    await profileTwo(file);
    await print(file);
    const events = await firm.eventsOf(file.caseId);
    expect(events.at(-1)).toMatchObject({
      event: "assessment.printed",
      outcome: "ok",
      detail: { on: ON, factsVersion: 1, score: 482, ruleset: "CRS-2025-03-25" },
    });
  });

  test("is nobody’s who may not read the facts, and no day that is none", async () => {
    const file = await firm.addCase();
    const codeOf = async (work: Promise<unknown>) => {
      const error: unknown = await work.catch((thrown: unknown) => thrown);
      return error instanceof AppError ? error.code : "printed";
    };
    expect(await codeOf(print(file, firm.administrator))).toBe("FORBIDDEN");
    expect(await codeOf(print(file, firm.otherConsultant))).toBe("NOT_FOUND");
    expect(await codeOf(firm.run(file.client, printAssessment, { number: file.number }))).toBe("FORBIDDEN");
    expect(await codeOf(print(file, firm.consultant, "2026-02-30"))).toBe("INVALID");
    expect(await codeOf(print(file, firm.manager))).toBe("printed");
  });
});
