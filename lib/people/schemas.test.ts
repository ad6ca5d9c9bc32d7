import { describe, expect, test } from "vitest";
import {
  addJobInput,
  addLanguageTestInput,
  addPersonInput,
  changeJobInput,
  changePersonInput,
} from "./schemas";

const id = "7a4f5a3e-6b0c-4c52-9c0e-2a8a8f8f0d11";
const ielts = {
  kind: "ielts_general",
  takenOn: "2025-10-18",
  listening: 8,
  reading: 7.5,
  writing: 7,
  speaking: 7,
};

describe("what a form sends", () => {
  test("every missing answer has a sentence of its own", () => {
    const parsed = addJobInput.safeParse({
      caseId: id,
      personId: id,
      hoursPerWeek: "many",
      fromDate: "31 Feb 2024",
    });
    const messages = Object.fromEntries(
      parsed.error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [],
    );
    expect(messages).toEqual({
      employer: "Enter the employer.",
      title: "Enter the job title.",
      country: "Choose a country.",
      hoursPerWeek: "Enter the hours a week as a number.",
      fromDate: "This is not a date in the calendar. Write it like 8 Mar 2026.",
    });
  });
  test("the occupation may be sent as it is shown: the code and its title", () => {
    const fields = {
      caseId: id,
      id,
      version: 1,
      employer: "H",
      title: "T",
      country: "CA",
      hoursPerWeek: "30",
      fromDate: "2024-01-01",
    };
    expect(
      changeJobInput.parse({ ...fields, nocCode: "21231 Software engineers and designers" }).nocCode,
    ).toBe("21231");
    expect(changeJobInput.parse({ ...fields, nocCode: "" }).nocCode).toBeNull();
    expect(changeJobInput.safeParse({ ...fields, nocCode: "software" }).error?.issues[0]?.message).toMatch(
      /five digits/,
    );
  });
  test("a score that is not a number is asked for again", () => {
    const parsed = addLanguageTestInput.safeParse({ caseId: id, personId: id, ...ielts, listening: "" });
    expect(parsed.error?.issues[0]?.message).toBe("Enter the listening score as a number.");
  });
  test("one name is enough: passports of people with one name have no given name", () => {
    expect(changePersonInput.parse({ caseId: id, id, version: 1, familyName: "Suharto" }).givenName).toBe("");
  });
  test("only a spouse or a child is added to a file", () => {
    const parsed = addPersonInput.safeParse({ caseId: id, role: "principal", familyName: "X" });
    expect(parsed.error?.issues[0]?.message).toBe("Choose who this is.");
  });
});
