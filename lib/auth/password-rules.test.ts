import { describe, expect, it } from "vitest";
import { faultOfPassword, normalisePassword } from "./password-rules";

const names = ["New Jain Immigration Services", "Priya Raman", "priya.raman"];
const refused = (password: string) => faultOfPassword(normalisePassword(password), names) !== null;

describe("a new password", () => {
  it.each([
    ["11 characters", "abcdefghijk"],
    ["129 characters", "kahvi tuoli ".repeat(11).slice(0, 129)],
    ["a common one with a capital, digits and a sign", "Password123!"],
    ["a common one twice", "passwordpassword"],
    ["a common one in look-alikes", "P@ssw0rd2026!!"],
    ["digits alone", "194827365019"],
    ["three characters over and over", "abababababcc"],
    ["the firm's name", "NewJainImmigrationServices1"],
    ["part of the firm's name with a year", "immigration2026!"],
    ["the user's own name", "PriyaRaman2026"],
  ])("is refused: %s", (_what, password) => {
    expect(refused(password)).toBe(true);
  });

  it.each([
    ["64 characters", "kahvi tuoli ".repeat(6).slice(0, 64)],
    ["128 characters", "kahvi tuoli ".repeat(11).slice(0, 128)],
    ["four words", "correct horse battery staple"],
    ["pictures", "🦊🍁🚂🌧️🥐🧭🎻🪁🐢🌻🧊🪵"],
    ["a space at its end", "kahvi tuoli puu "],
    ["a name inside a long sentence", "my immigration papers sleep in a red drawer"],
  ])("is taken: %s", (_what, password) => {
    expect(refused(password)).toBe(false);
  });

  it("is one and the same however its accents are composed, and never trimmed", () => {
    expect(normalisePassword("cafe\u0301 ")).toBe("caf\u00e9 ");
  });
});
