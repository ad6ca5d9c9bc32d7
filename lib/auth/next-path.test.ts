import { expect, it } from "vitest";
import { safeNextPath, signInPath } from "./next-path";

it.each([
  ["https://evil.example"],
  ["//evil.example"],
  ["/\\evil.example"],
  ["/\t/evil.example"],
  ["/%09/evil.example\n"],
  ["javascript:alert(1)"],
  ["not a url"],
  [`/${"a".repeat(10_240)}`],
  ["/../..//evil.example"],
  ["/api/auth/signed-out"],
  ["/sign-in?next=/cases"],
  [""],
])("%j leads nowhere", (text) => {
  expect(safeNextPath(text)).toBeNull();
});

it.each(["/cases", "/cases/26-0412/overview", "/deadlines?sort=risk", "/portal"])("%s is ours", (text) => {
  expect(safeNextPath(text)).toBe(text);
});

it("the sign-in page keeps the way back, but not to where everybody begins", () => {
  expect(signInPath("/cases?q=neha")).toBe("/sign-in?next=%2Fcases%3Fq%3Dneha");
  expect(signInPath("/")).toBe("/sign-in");
  expect(signInPath("//evil.example")).toBe("/sign-in");
});
