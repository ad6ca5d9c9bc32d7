import { expect, it } from "vitest";
import { plainText } from "./plain-text";

it("keeps what was typed, without what no database keeps", () => {
  expect(plainText("Ne\u0000ha")).toBe("Neha");
  expect(plainText("Ame\u0301lie 山田 نور")).toBe("Am\u00e9lie 山田 نور");
});

it("takes nothing for text that is not text", () => {
  for (const value of [undefined, null, 7, ["a"], { a: 1 }]) expect(plainText(value)).toBe("");
});
