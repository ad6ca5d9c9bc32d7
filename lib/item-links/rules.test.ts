import { expect, it } from "vitest";
import { expiryOf, linkStateOf } from "./rules";

const now = new Date("2026-11-23T15:00:00Z");
const open = {
  expiresAt: expiryOf(now),
  revokedAt: null,
  requirementState: "requested",
  noLongerNeeded: false,
  stageEnded: false,
};

it("a link lives seven days, to the instant", () => {
  expect(open.expiresAt).toEqual(new Date("2026-11-30T15:00:00Z"));
  expect(linkStateOf(open, new Date("2026-11-30T14:59:59.999Z"))).toBe("open");
  expect(linkStateOf(open, open.expiresAt)).toBe("expired");
});

it.each([
  ["revoked", { revokedAt: now }],
  ["dead", { requirementState: "accepted" }],
  ["dead", { requirementState: "waived" }],
  ["dead", { noLongerNeeded: true }],
  ["dead", { stageEnded: true }],
  ["open", { requirementState: "returned" }],
  ["open", { requirementState: "in_review" }],
] as const)("is %s with %j", (state, change) => {
  expect(linkStateOf({ ...open, ...change }, now)).toBe(state);
});
