import { describe, expect, it } from "vitest";
import type { NominationStatus, NominationStep } from "../types";
import {
  acceptanceFaults,
  acceptBy,
  applicationFaults,
  dueOf,
  endFaults,
  interestFaults,
  mayStart,
  mayTake,
  nominationFaults,
  offerFaults,
  stepsOf,
  toldFaults,
  withdrawalWarning,
} from "./rules";

const TODAY = "2026-11-23";

const BLANK = {
  interestOn: null,
  appliedOn: null,
  issuedOn: null,
  offeredOn: null,
  acceptBy: null,
  acceptedOn: null,
  expiresOn: null,
};

const track = (status: NominationStatus, dates: Partial<Record<keyof typeof BLANK, string>> = {}) => ({
  ...BLANK,
  ...dates,
  status,
});

describe("which step follows which", () => {
  /** Written out, so that a change of the table is a change here too. The case is where each step needs it. */
  const STEPS: Record<NominationStatus, string> = {
    interest: "apply declined lapsed",
    applied: "nominate refused withdrawn",
    nominated: "offer declined withdrawn",
    offered: "declined withdrawn",
    accepted: "withdrawn",
    refused: "",
    declined: "",
    lapsed: "",
    withdrawn: "tell_ircc",
  };
  it.each(Object.entries(STEPS) as [NominationStatus, string][])("%s, in the pool: %s", (status, steps) => {
    expect(stepsOf(track(status), "IN_POOL").join(" ")).toBe(steps);
  });

  it("accepts what waits in the account, and what lapsed there though it was accepted in time", () => {
    expect(stepsOf(track("offered"), "NOMINATION_OFFERED")).toContain("accept");
    expect(stepsOf(track("lapsed", { offeredOn: "2026-10-01" }), "IN_POOL")).toEqual(["accept"]);
  });

  it("takes no step of a case that has ended, and says why a step cannot be taken", () => {
    expect(stepsOf(track("accepted"), "WITHDRAWN")).toEqual([]);
    const reason = (status: NominationStatus, step: NominationStep) =>
      mayTake(track(status), "IN_POOL", step);
    expect(reason("applied", "accept")).toEqual({
      allowed: false,
      reason: "This nomination stands at “applied to the province”: its acceptance cannot follow.",
    });
    expect(mayTake(track("nominated"), "APPLICATION_PREPARATION", "offer")).toMatchObject({
      reason: expect.stringContaining("not in the pool") as unknown,
    });
  });

  it("begins with a client of the firm, before the application to IRCC", () => {
    expect(mayStart("ENQUIRY").allowed).toBe(false);
    expect(mayStart("ASSESSMENT").allowed).toBe(true);
    expect(mayStart("IN_POOL").allowed).toBe(true);
    expect(mayStart("SUBMITTED").allowed).toBe(false);
  });
});

describe("the dates", () => {
  it("gives 30 calendar days, the last one included", () => {
    expect(acceptBy("2026-11-01")).toBe("2026-12-01");
    const offered = { offeredOn: "2026-10-24", acceptBy: "2026-11-23", expiresOn: null };
    const on = (acceptedOn: string, today = "2026-12-31") =>
      acceptanceFaults({ acceptedOn, livesThere: true }, offered, today);
    expect(on("2026-11-23")).toEqual({});
    expect(on("2026-11-24").acceptedOn).toContain("It had to be accepted by 23 Nov 2026");
    expect(on("2026-10-23").acceptedOn).toContain("before IRCC's account showed it, 24 Oct 2026");
    expect(on("2026-11-20", "2026-11-19").acceptedOn).toContain("today is 19 Nov 2026");
  });

  it("refuses the future everywhere", () => {
    const tomorrow = "2026-11-24";
    expect(interestFaults({ interestOn: tomorrow, answerBy: null }, TODAY)).toHaveProperty("interestOn");
    expect(applicationFaults({ appliedOn: tomorrow, decisionExpectedOn: null }, null, TODAY)).toHaveProperty(
      "appliedOn",
    );
    expect(
      nominationFaults({ issuedOn: tomorrow, expiresOn: null }, { appliedOn: null }, TODAY),
    ).toHaveProperty("issuedOn");
    expect(offerFaults(tomorrow, { issuedOn: null, expiresOn: null }, TODAY)).toHaveProperty("offeredOn");
    expect(endFaults(tomorrow, track("applied"), TODAY)).toHaveProperty("endedOn");
    expect(toldFaults(tomorrow, { endedOn: TODAY }, TODAY)).toHaveProperty("irccToldOn");
  });

  it("refuses what is out of order, naming the day it contradicts", () => {
    expect(interestFaults({ interestOn: "2026-11-10", answerBy: "2026-11-09" }, TODAY)).toEqual({
      answerBy: "This is before the notification, 10 Nov 2026.",
    });
    expect(
      applicationFaults({ appliedOn: "2026-11-09", decisionExpectedOn: "2026-11-08" }, "2026-11-10", TODAY),
    ).toEqual({
      appliedOn: "This is before the notification of interest, 10 Nov 2026.",
      decisionExpectedOn: "This is before the application, 9 Nov 2026.",
    });
    expect(
      nominationFaults(
        { issuedOn: "2026-11-01", expiresOn: "2026-11-01" },
        { appliedOn: "2026-11-02" },
        TODAY,
      ),
    ).toEqual({
      issuedOn: "This is before the application, 2 Nov 2026.",
      expiresOn: "It cannot expire on or before the day it was issued.",
    });
    expect(offerFaults("2026-11-20", { issuedOn: null, expiresOn: "2026-11-19" }, TODAY)).toEqual({
      offeredOn: "The nomination had expired by then.",
    });
    const accepted = track("accepted", { offeredOn: "2026-11-01", acceptedOn: "2026-11-05" });
    expect(endFaults("2026-11-04", accepted, TODAY).endedOn).toContain("5 Nov 2026");
  });
});

describe("what is due, and what has to be said", () => {
  it("names the next day of each status", () => {
    const dates = {
      answerBy: "2026-11-30",
      decisionExpectedOn: "2027-01-10",
      acceptBy: "2026-12-20",
      expiresOn: "2027-05-01",
    };
    const due = (status: NominationStatus) => dueOf({ ...dates, status });
    expect(due("interest")).toEqual({ on: "2026-11-30", what: "last day to answer" });
    expect(due("applied")).toEqual({ on: "2027-01-10", what: "decision expected" });
    expect(due("offered")).toEqual({ on: "2026-12-20", what: "last day to accept" });
    expect(due("accepted")).toEqual({ on: "2027-05-01", what: "nomination expires" });
    expect(due("withdrawn")).toBeNull();
  });

  it("warns where an invitation as a nominee rests on what was withdrawn, until IRCC was told", () => {
    const gone = { status: "withdrawn", acceptedOn: "2026-10-01", irccToldOn: null } as const;
    expect(withdrawalWarning(gone, "PNP")).toContain("Tell IRCC");
    expect(withdrawalWarning(gone, "CEC")).toBeNull();
    expect(withdrawalWarning(gone, null)).toBeNull();
    expect(withdrawalWarning({ ...gone, acceptedOn: null }, "PNP")).toBeNull();
    expect(withdrawalWarning({ ...gone, irccToldOn: TODAY }, "PNP")).toBeNull();
    expect(withdrawalWarning({ ...gone, status: "accepted" }, "PNP")).toBeNull();
  });
});
