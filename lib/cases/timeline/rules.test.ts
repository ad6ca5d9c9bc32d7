import { describe, expect, it } from "vitest";
import { actorOf, KIND_EVENTS, kindOf, readKind, wordsOf } from "./rules";
import type { LoggedEvent } from "./types";

const event = (
  name: string,
  detail: LoggedEvent["detail"] = {},
  rest: Partial<LoggedEvent> = {},
): LoggedEvent => ({
  event: name,
  outcome: "ok",
  actorRole: "consultant",
  actorName: "Priya Raman",
  detail,
  ...rest,
});

const sentence = (logged: LoggedEvent) => `${actorOf(logged).actor} ${wordsOf(logged)}`;

describe("a line of the timeline", () => {
  it.each([
    [
      event("document.returned", { title: "Reference letter, Lumen", reason: "hours per week missing" }),
      "Priya Raman returned Reference letter, Lumen: hours per week missing",
    ],
    [
      event("case.assigned", { from: "Priya Raman", to: "Marc Tremblay" }, { actorName: "Anjali Jain" }),
      "Anjali Jain gave the case to Marc Tremblay, it was with Priya Raman",
    ],
    [
      event("agreement.recorded", { agreement: "Service agreement", signedOn: "2026-11-20", document: null }),
      "Priya Raman recorded: service agreement, signed 20 Nov 2026",
    ],
    [
      event("profile.recorded", {
        number: "E001234567",
        submittedAt: "2025-06-10T15:59:24.000Z",
        score: 511,
      }),
      "Priya Raman recorded profile E001234567, submitted 10 Jun 2025, 15:59:24 UTC, 511 points",
    ],
    [
      event(
        "document.received",
        { title: "Passport", version: 2 },
        { actorRole: "client", actorName: "Neha Kulkarni" },
      ),
      "Neha Kulkarni uploaded Passport, version 2",
    ],
    [
      event("case.plan_changed", { from: "2026-12-16", to: null }),
      "Priya Raman took away the planned submission",
    ],
    [
      event("invitation.expired", { deadline: "2026-11-20" }, { actorRole: "worker", actorName: null }),
      "Landfall noted that the invitation lapsed after 20 Nov 2026",
    ],
    [event("fact.added", { fact: "Job", person: "Principal" }), "Priya Raman added job, principal"],
    [
      event("document.accepted", { title: "Passport" }, { outcome: "refused" }),
      "Priya Raman tried, and was refused: accepted Passport",
    ],
    [
      event("case.advanced", { from: "Enquiry", to: "Consultation" }, { actorName: null }),
      "Somebody moved the case from Enquiry to Consultation",
    ],
  ])("reads as a sentence", (logged, expected) => {
    expect(sentence(logged)).toBe(expected);
  });

  it("still says something of an event that nobody wrote words for", () => {
    expect(wordsOf(event("biometrics.given_late"))).toBe("biometrics given late");
  });
});

describe("the kinds of events", () => {
  it("are disjoint, so that the parts add up to the whole", () => {
    const all = Object.values(KIND_EVENTS).flat();
    expect(new Set(all).size).toBe(all.length);
  });

  it("take in what is unknown under other", () => {
    expect(kindOf("document.returned")).toBe("documents");
    expect(kindOf("something.new")).toBe("other");
    expect(readKind("documents")).toBe("documents");
    expect(readKind("constructor")).toBeNull();
    expect(readKind(undefined)).toBeNull();
  });
});
