import { describe, expect, test } from "vitest";
import { foldTitle, leadOf, rankOccupations, searchTextOf, searchWords } from "./rules";

const engineers = {
  code: "21231",
  teer: 1,
  titleEn: "Software engineers and designers",
  titleFr: "Ingénieurs/ingénieures et concepteurs/conceptrices en logiciel",
  definitionEn: null,
  titles: ["Software engineer", "Computer software engineer", "Ingénieur/ingénieure en logiciel"],
};
const developers = {
  code: "21232",
  teer: 1,
  titleEn: "Software developers and programmers",
  titleFr: "Développeurs/développeuses et programmeurs/programmeuses de logiciels",
  definitionEn: null,
  titles: ["Software developer", "Software engineer's assistant"],
};

describe("searching occupations", () => {
  test("folds accents, case and punctuation", () => {
    expect(foldTitle("Ingénieur/ingénieure — Œuvres")).toBe("ingenieur ingenieure oeuvres");
  });
  test("a pasted page stays a search", () => {
    expect(searchWords("a ".repeat(50) + "b c d e f g h i j k")).toHaveLength(8);
  });
  test("the text that is searched starts with the code and holds each title once", () => {
    expect(searchTextOf("21231", ["Chef", "chef", "Chèf"])).toBe("21231\nchef");
  });
  test("an example that is exactly what was typed comes first, and is named", () => {
    const [first, second] = rankOccupations([developers, engineers], "software engineer", 5);
    expect(first).toMatchObject({ code: "21231", matched: "Software engineer" });
    expect(second?.code).toBe("21232");
  });
  test("the occupation's own title is not repeated as its match", () => {
    const [first] = rankOccupations([developers], "software developers and programmers", 5);
    expect(first?.matched).toBeNull();
  });
  test("French without accents finds the French title", () => {
    expect(rankOccupations([engineers, developers], "ingenieur logiciel", 5)).toEqual([
      expect.objectContaining({ code: "21231", matched: "Ingénieur/ingénieure en logiciel" }),
    ]);
  });
  test("an occupation says what people in it do, in one sentence", () => {
    const definition = "Cooks prepare meals, e.g. for hospitals (kitchens). They are employed in hotels.";
    const [cook] = rankOccupations([{ ...developers, definitionEn: definition }], "21232", 1);
    expect(cook?.lead).toBe("Cooks prepare meals, e.g. for hospitals (kitchens).");
    expect(leadOf("One sentence without an end")).toBe("One sentence without an end");
    expect(leadOf(null)).toBeNull();
  });
  test("digits find codes that begin with them", () => {
    expect(rankOccupations([engineers, developers], "21232", 5).map(({ code }) => code)).toEqual(["21232"]);
    expect(rankOccupations([engineers, developers], "2123", 1)).toHaveLength(1);
  });
});
