import { expect, test } from "vitest";
import { counted } from "./counted";

test("one takes the singular, none and several the plural", () => {
  expect([0, 1, 2].map((count) => counted(count, "point"))).toEqual(["0 points", "1 point", "2 points"]);
  expect(counted(3, "entry", "entries")).toBe("3 entries");
});
