/** The validity ribbon: each document's life over invitation, submission and landing (issue 5, point 3). */
import { describe, expect, it } from "vitest";
import { credential, family, languageTest, person } from "@/lib/express-entry/testing/case-facts";
import type { CaseFacts, PersonFacts } from "@/lib/express-entry/facts";
import { ribbonOf } from "./ribbon";
import type { JudgedLine } from "./types";

const line = (rest: Partial<JudgedLine>): JudgedLine => ({
  ...{ id: "l1", personId: "p1", kind: "police", subject: "IN", title: "Police certificate, India" },
  ...{ responsible: "client", state: "to_request", required: true, noLongerNeeded: false },
  ...{
    leadDays: 22,
    appliedOn: null,
    dueOn: null,
    issuedOn: null,
    validUntil: null,
    receivedAt: null,
    decidedAt: null,
  },
  ...{ lastDay: null, needs: "", tooEarly: false },
  ...rest,
});

const nikhil = (rest: Partial<PersonFacts> = {}) =>
  person({
    ...{ id: "p1", givenName: "Nikhil", birthDate: "1994-01-01" },
    passport: { number: "P1", country: "IN", expiresOn: "2029-03-10" },
    ...rest,
  });
const reena = (rest: Partial<PersonFacts> = {}) =>
  person({ id: "p2", role: "spouse", givenName: "Reena", birthDate: "1995-01-01", ...rest });
const factsOf = (...people: PersonFacts[]): CaseFacts => ({ people, family: family({}) });

const ielts = languageTest("ielts_general", [8, 8, 8, 8], { id: "t1", takenOn: "2024-12-13" });
const moments = {
  ...{ today: "2026-11-23", invitedOn: "2026-10-27" },
  ...{ endsOn: "2026-12-26", plannedOn: "2026-12-16" },
};

const draw = (facts: CaseFacts, lines: JudgedLine[] = [], at: Partial<typeof moments> = {}) => {
  const ribbon = ribbonOf(facts, lines, { ...moments, ...at });
  if (ribbon === null) throw new Error("nothing was drawn");
  return ribbon;
};
const rowOf = (ribbon: ReturnType<typeof draw>, label: string) => {
  const row = ribbon.rows.find((one) => one.label === label);
  if (!row) throw new Error(label);
  return row;
};

describe("the first break", () => {
  const tested = factsOf(nikhil({ languageTests: [ielts] }));

  it("is named with the day on which it no longer holds, though it is valid today", () => {
    const ribbon = draw(tested);
    expect(ribbon.firstBreak).toEqual({
      moment: "submission",
      words: "Nikhil: Language, IELTS, valid today, not on day 47; the planned submission is on 16 Dec 2026",
    });
    expect(rowOf(ribbon, "Language, IELTS")).toMatchObject({
      ...{ until: "2026-12-12", urgency: "late", words: "Ends 12 Dec 2026, too soon" },
      note: "valid today, not on day 47",
      marks: [
        { moment: "invitation", at: "2026-10-27", state: "holds" },
        { moment: "submission", at: "2026-12-16", state: "breaks" },
      ],
    });
    expect(ribbon.holdsThrough).toBe("2026-12-12");
  });

  it("is judged anew when the plan moves: the last usable day itself is one of those it holds on", () => {
    expect(draw(tested, [], { plannedOn: "2026-12-12" }).firstBreak).toBeNull();
    expect(draw(tested, [], { plannedOn: "2026-12-13" }).firstBreak?.moment).toBe("submission");
  });

  it("at the submission comes before one at the landing, whatever ends first", () => {
    const facts = factsOf(
      nikhil({
        languageTests: [ielts],
        passport: { number: "P1", country: "IN", expiresOn: "2027-05-03" },
      }),
    );
    expect(draw(facts).firstBreak?.moment).toBe("submission");
    const landing = draw(facts, [], { plannedOn: "2026-12-01" }).firstBreak;
    expect(landing).toEqual({
      moment: "landing",
      words: "Nikhil: Passport, valid today, not on 4 May 2027; the landing is on about 1 Jun 2027",
    });
  });

  it("says of what had ended that it did", () => {
    const old = languageTest("ielts_general", [8, 8, 8, 8], { takenOn: "2024-10-20" });
    expect(draw(factsOf(nikhil({ languageTests: [old] }))).firstBreak?.words).toBe(
      "Nikhil: Language, IELTS did not hold at the invitation",
    );
    const passport = { number: "P1", country: "IN", expiresOn: "2026-11-20" };
    expect(draw(factsOf(nikhil({ passport }))).firstBreak?.words).toBe(
      "Nikhil: Passport ended 20 Nov 2026, before the planned submission",
    );
  });
});

describe("what is drawn", () => {
  it("what a reviewer read off an accepted document goes before the facts", () => {
    const facts = factsOf(nikhil({ languageTests: [ielts], credentials: [credential({ id: "c1" })] }));
    const accepted = { state: "accepted" } as const;
    const ribbon = draw(facts, [
      line({ ...accepted, id: "a", kind: "passport", subject: null, lastDay: "2027-09-19" }),
      line({
        ...accepted,
        id: "b",
        kind: "language",
        subject: "en",
        issuedOn: "2025-03-01",
        lastDay: "2027-02-28",
      }),
      line({
        ...accepted,
        id: "c",
        kind: "eca",
        subject: "c1",
        issuedOn: "2023-01-02",
        lastDay: "2028-01-01",
      }),
    ]);
    expect(rowOf(ribbon, "Passport").until).toBe("2027-09-19");
    expect(rowOf(ribbon, "Language, IELTS")).toMatchObject({ from: "2025-03-01", until: "2027-02-28" });
    expect(ribbon.rows.find(({ label }) => label.startsWith("Credential"))).toMatchObject({
      until: "2028-01-01",
    });
  });

  it("of who stays behind only what is asked of them all the same", () => {
    const spouse = reena({
      accompanying: false,
      passport: { number: "X", country: "IN", expiresOn: "2027-01-01" },
    });
    const ribbon = draw(factsOf(nikhil(), spouse), [
      line({ personId: "p2", title: "Police certificate, UAE" }),
    ]);
    expect(ribbon.rows.map(({ personName, label }) => [personName, label])).toEqual([
      ["Nikhil", "Passport"],
      ["Reena", "Police, UAE"],
    ]);
  });

  it("judges on the last day where nothing is planned", () => {
    const ribbon = ribbonOf(factsOf(nikhil()), [], { ...moments, plannedOn: null });
    expect(ribbon).toMatchObject({ judgedOn: "2026-12-26", planned: false, landsOn: "2027-06-26" });
  });

  it("what has not come yet is expected, with what it needs; what came too early breaks", () => {
    const asked = line({ state: "requested", needs: "Needs: after 31 Jul 2022" });
    expect(rowOf(draw(factsOf(nikhil()), [asked]), "Police, India")).toMatchObject({
      ...{ expected: true, words: "Needs: after 31 Jul 2022" },
      marks: [{ moment: "submission", state: "expected" }],
    });
    const early = draw(factsOf(nikhil()), [
      line({ state: "accepted", issuedOn: "2022-01-01", tooEarly: true }),
    ]);
    expect(early.firstBreak?.words).toBe("Nikhil: Police, India was issued before the stay ended");
  });

  it("an exam must hold to the landing, a police certificate to the submission", () => {
    const lines = [
      line({
        id: "m",
        kind: "medical",
        subject: null,
        title: "Upfront medical exam",
        state: "accepted",
        lastDay: "2027-03-01",
      }),
      line({ state: "accepted", lastDay: "2027-03-01" }),
    ];
    const ribbon = draw(factsOf(nikhil()), lines);
    expect(rowOf(ribbon, "Upfront medical exam").marks.map(({ state }) => state)).toEqual([
      "holds",
      "breaks",
    ]);
    expect(rowOf(ribbon, "Police, India").marks.map(({ state }) => state)).toEqual(["holds"]);
  });

  it("a work permit that ends before the landing is to be bridged, and breaks nothing", () => {
    const facts = factsOf(nikhil({ statusInCanada: "worker", statusExpiresOn: "2027-04-30" }));
    const ribbon = draw(facts);
    expect(rowOf(ribbon, "Work permit")).toMatchObject({
      ...{ marks: [], urgency: "watch", words: "Ends 30 Apr 2027, bridge it" },
    });
    expect(ribbon.firstBreak).toBeNull();
  });
});
