import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import { loadOccupations } from "./load-occupations";
import { findOccupation, searchOccupations } from "./queries";

const database = testDatabase();
const firm = testFirm(database);
let written = 0;
beforeAll(async () => {
  written = await loadOccupations(database.owner);
});

const search = (text: string) => firm.read(firm.consultant, (ctx) => searchOccupations(ctx, text));

describe("the National Occupational Classification", () => {
  test("is loaded once: 516 unit groups, and a second load writes nothing", async () => {
    expect(written).toBe(516);
    expect(await loadOccupations(database.owner)).toBe(0);
  });
  test("has the TEER in the second digit of every code", async () => {
    const { rows } = await database.owner.query(
      "select code from occupation where substr(code, 2, 1)::int <> teer",
    );
    expect(rows).toEqual([]);
  });
  test("is found by title, by an example title, in French, and by code", async () => {
    expect((await search("software engineer"))[0]).toMatchObject({
      code: "21231",
      teer: 1,
      matched: "Software engineer",
    });
    expect((await search("carpenter"))[0]?.code).toBe("72310");
    expect((await search("infirmiere autorisee"))[0]?.code).toBe("31301");
    expect((await search("63200"))[0]).toMatchObject({ code: "63200", titleEn: "Cooks" });
  });
  test.each([
    ["Soudeur", "soudeur", "72106"],
    ["Infirmière autorisée", "INFIRMIERE AUTORISEE", "31301"],
    ["cuisinière", "cuisiniere", "63200"],
  ])("in French, %s and %s are one search", async (accented, plain, code) => {
    const [first] = await search(accented);
    expect(first?.code).toBe(code);
    expect((await search(plain))[0]).toEqual(first);
    expect(first?.titleFr).not.toBe("");
    expect(first?.lead).toMatch(/\.$/);
  });
  test("answers nothing to one letter, to a percent sign, and to what nobody is", async () => {
    expect(await search("s")).toEqual([]);
    expect(await search("%%")).toEqual([]);
    expect(await search("xyzzy plugh")).toEqual([]);
  });
  test("knows its codes and no others", async () => {
    const find = (code: string) => firm.read(firm.consultant, (ctx) => findOccupation(ctx, code));
    expect(await find("72310")).toMatchObject({ titleEn: "Carpenters", teer: 2 });
    expect(await find("21999")).toBeNull();
  });
});
