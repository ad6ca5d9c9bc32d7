import { describe, expect, it } from "vitest";
import { boardAddress, boardAsked, monthAsked, monthGrid, waitingOn, weeksOf } from "./rules";

describe("what an address asks for of the board", () => {
  it("is read from it, and what it does not know stands for all", () => {
    expect(
      boardAsked({ waiting: "us", group: "consultant", risk: "at_risk", left: "14", program: "CEC" }),
    ).toEqual({
      ...{ waiting: "us", group: "consultant", risk: "at_risk", left: 14, program: "CEC", consultant: null },
      date: null,
    });
    expect(boardAsked({ waiting: "x", risk: ["at_risk"], left: "15", consultant: "" })).toEqual({
      ...{ waiting: null, group: "risk", risk: null, left: null, program: null, consultant: null },
      date: null,
    });
    expect(boardAsked({ date: "unconfirmed" }).date).toBe("unconfirmed");
  });

  it("is written as it is read, with what is changed", () => {
    const asked = boardAsked({ waiting: "client", left: "7" });
    expect(boardAddress(asked)).toBe("/deadlines?waiting=client&left=7");
    expect(boardAddress(asked, { waiting: null, left: null })).toBe("/deadlines");
  });
});

it("a lane waits on us for a review, on the client for what is open, on nobody once all is there", () => {
  const lane = { required: 3, accepted: 1, review: 0 };
  expect(waitingOn(lane)).toBe("client");
  expect(waitingOn({ ...lane, review: 1 })).toBe("us");
  expect(waitingOn({ ...lane, required: 0, accepted: 0 })).toBe("us");
  expect(waitingOn({ ...lane, accepted: 3 })).toBe("nothing");
});

describe("the month", () => {
  it("has whole weeks from Monday to Sunday, each day once, with what ends on it", () => {
    expect(weeksOf("2026-12")).toEqual({ from: "2026-11-30", to: "2027-01-03" });
    expect(weeksOf("2027-02")).toEqual({ from: "2027-02-01", to: "2027-02-28" });
    const entry = {
      ...{ id: "1", number: "26-0001", displayName: "A", title: "B", hard: true, dueOn: "2026-12-26" },
    };
    const days = monthGrid("2026-12", [entry]).flat();
    expect(days).toHaveLength(35);
    expect(days.filter(({ inMonth }) => inMonth)).toHaveLength(31);
    expect(days.filter(({ entries }) => entries.length > 0).map(({ on }) => on)).toEqual(["2026-12-26"]);
  });

  it("is the asked one, or that of today", () => {
    expect(monthAsked("2027-02", "2026-11-23")).toBe("2027-02");
    expect(monthAsked("2027-13", "2026-11-23")).toBe("2026-11");
    expect(monthAsked(undefined, "2026-11-23")).toBe("2026-11");
  });
});
