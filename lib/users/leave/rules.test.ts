import { describe, expect, it } from "vitest";
import { presenceOf } from "./rules";
import type { LeaveSpan } from "./types";

const leave = (userId: string, coverUserId: string | null, fromOn = "2026-12-01", toOn = "2026-12-10") =>
  ({ userId, coverUserId, fromOn, toOn }) satisfies LeaveSpan;
const everybody = () => true;
const standIn = (leaves: LeaveSpan[], on = "2026-12-04", isActive: (id: string) => boolean = everybody) =>
  presenceOf("anna", on, leaves, isActive).standInId;

describe("who has somebody's work", () => {
  it("is themselves on a day at work, and their cover from the first to the last day away", () => {
    const leaves = [leave("anna", "ben")];
    expect(standIn(leaves, "2026-11-30")).toBe("anna");
    expect(standIn(leaves, "2026-12-01")).toBe("ben");
    expect(standIn(leaves, "2026-12-10")).toBe("ben");
    expect(standIn(leaves, "2026-12-11")).toBe("anna");
  });

  it("is the cover's cover while the cover is away too", () => {
    expect(standIn([leave("anna", "ben"), leave("ben", "carla")])).toBe("carla");
    expect(standIn([leave("anna", "ben"), leave("ben", "carla", "2026-12-08")])).toBe("ben");
  });

  it("is nobody where people who are away cover each other", () => {
    expect(standIn([leave("anna", "ben"), leave("ben", "anna")])).toBeNull();
    expect(standIn([leave("anna", "ben"), leave("ben", "carla"), leave("carla", "ben")])).toBeNull();
  });

  it("is nobody without a cover, or with one whose account is closed", () => {
    expect(standIn([leave("anna", null)])).toBeNull();
    expect(standIn([leave("anna", "ben")], "2026-12-04", (id) => id !== "ben")).toBeNull();
  });
});
