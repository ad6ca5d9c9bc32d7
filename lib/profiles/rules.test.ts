import { describe, expect, it } from "vitest";
import { invitationFaults, profileFaults, rulesetIdOn, windowOf } from "./rules";

const NOW = new Date("2026-11-23T15:00:00Z");
const profile = {
  submittedAt: new Date("2026-03-01T14:05:09Z"),
  expiresAt: new Date("2027-03-01T14:05:09Z"),
};
const at = (text: string) => new Date(text);

describe("recording a profile", () => {
  it("takes one from this year", () => {
    expect(profileFaults({ submittedAt: profile.submittedAt, historic: false }, NOW)).toEqual({});
  });

  it.each([
    ["2026-11-23T15:00:01Z", "in the future"],
    ["2014-12-31T23:59:59Z", "Express Entry opened"],
    ["2025-11-23T14:59:59Z", "lives one year"],
  ])("refuses one submitted %s", (submittedAt, why) => {
    expect(profileFaults({ submittedAt: at(submittedAt), historic: false }, NOW).submittedAt).toContain(why);
  });
});

it("takes an ended profile when it is said to be history", () => {
  expect(profileFaults({ submittedAt: at("2025-06-10T15:59:24Z"), historic: true }, NOW)).toEqual({});
});

describe("recording an invitation", () => {
  const ita = (receivedAt: string, shownExpiry: string | null = null) =>
    invitationFaults({ receivedAt: at(receivedAt), shownExpiry }, profile, NOW, "America/Toronto");

  it("takes one between the profile and its end", () => {
    expect(ita("2026-03-01T14:05:09Z")).toEqual({});
    expect(ita("2026-11-23T15:00:00Z")).toEqual({});
  });

  it("refuses one a second before the profile, from the future, or shown to end before it came", () => {
    expect(ita("2026-03-01T14:05:08Z").receivedAt).toContain("cannot come before the profile");
    expect(ita("2026-11-23T15:00:01Z").receivedAt).toContain("in the future");
    expect(ita("2026-11-20T15:00:00Z", "2026-11-19").shownExpiry).toContain("before the invitation");
  });

  it("refuses one after the profile's end", () => {
    const ended = { submittedAt: at("2025-06-01T00:00:00Z"), expiresAt: at("2026-06-01T00:00:00Z") };
    const faults = invitationFaults(
      { receivedAt: at("2026-06-01T00:00:00Z"), shownExpiry: null },
      ended,
      NOW,
      "America/Toronto",
    );
    expect(faults.receivedAt).toContain("had ended");
  });

  it("counts 60 days from the message's date in the firm's zone, not in UTC", () => {
    const late = { receivedAt: at("2026-11-24T02:00:00Z"), shownExpiry: null };
    expect(windowOf(late, "America/Toronto").deadline).toBe("2027-01-22");
    expect(windowOf(late, "UTC").deadline).toBe("2027-01-23");
  });

  it("lets the earlier of computed and shown win, and warns of a difference", () => {
    const shown = windowOf(
      { receivedAt: at("2026-11-23T15:00:00Z"), shownExpiry: "2027-01-21" },
      "America/Toronto",
    );
    expect(shown).toMatchObject({ deadline: "2027-01-21", computedDeadline: "2027-01-22" });
    expect(shown.warning).toContain("1 day earlier");
  });
});

it("names the ruleset in force, also where its values are not known", () => {
  expect(rulesetIdOn("2026-11-02")).toBe("CRS-2025-03-25");
  expect(rulesetIdOn("2026-11-03")).toBe("CRS-2026-11-03");
});
