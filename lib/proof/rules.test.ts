import { describe, expect, it } from "vitest";
import { claimedFacts } from "@/lib/express-entry/proof/claimed-facts";
import { languageTest, ON, single } from "@/lib/express-entry/testing/case-facts";
import { isSentence, judgeNeed, takenKeys, unprovenWords, type Judged } from "./rules";
import type { ProofLine, ProofWord } from "./types";

const at = (day: number) => new Date(Date.UTC(2026, 10, day));

const accepted = (versionId: string, on: number) => ({
  ...{ versionId, fileName: "letter.pdf", number: 1, sha256: "ab", at: at(on) },
});

const line = (more: Partial<ProofLine> = {}): ProofLine => ({
  ...{ id: "line", ruleKey: "reference_letter:p:j", title: "Reference letter", state: "accepted" },
  waivedReason: null,
  accepted: accepted("v1", 10),
  ...more,
});

const word = (more: Partial<ProofWord> = {}): ProofWord => ({
  ...{ factKey: "job:j", need: "reference_letter", holds: true, requirementId: "line", versionId: "v1" },
  ...{ page: 2, note: null, byName: "Priya Raman", decidedAt: at(12), version: 1 },
  ...more,
});

const judge = (more: Partial<Judged> = {}) =>
  judgeNeed({
    need: { id: "reference_letter", kinds: ["reference_letter"], lineKeys: ["reference_letter:p:j"] },
    ...{ lines: [line()], word: null, changedAt: null, taken: false },
    ...more,
  });

describe("one paper of a fact", () => {
  it("is proposed by the accepted line of its kind, person and subject, and by no other", () => {
    expect(judge()).toMatchObject({ standing: "proposed", proves: true, page: null });
    expect(judge({ lines: [line({ ruleKey: "reference_letter:p:other" })] })).toMatchObject({
      ...{ standing: "missing", proves: false },
    });
    expect(judge({ taken: true })).toMatchObject({ standing: "missing", proves: false });
  });

  it.each([
    ["to_request", "Not requested yet"],
    ["requested", "Requested, not received"],
    ["received", "Received, waits for review"],
    ["in_review", "In review"],
    ["returned", "Returned to the client"],
  ] as const)("proves nothing while its line is %s", (state, words) => {
    expect(judge({ lines: [line({ state })] })).toMatchObject({ standing: "waiting", proves: false, words });
  });

  it("proves nothing where the line is waived, with the reason, or accepted without a file", () => {
    const waived = line({ state: "waived", waivedReason: "The employer closed", accepted: null });
    expect(judge({ lines: [waived] })).toMatchObject({
      ...{ standing: "waived", proves: false, words: "Waived: The employer closed" },
    });
    expect(judge({ lines: [line({ accepted: null })] })).toMatchObject({ proves: false });
  });

  it("asks for another look where the fact changed after the acceptance, not before it", () => {
    expect(judge({ changedAt: at(11) })).toMatchObject({ standing: "outdated", proves: false });
    expect(judge({ changedAt: at(9) })).toMatchObject({ standing: "proposed", proves: true });
  });

  it("keeps a word with its page until the file or the fact is another one", () => {
    expect(judge({ word: word() })).toMatchObject({ standing: "confirmed", proves: true, page: 2 });
    expect(judge({ word: word(), changedAt: at(11) })).toMatchObject({ standing: "confirmed" });
    expect(judge({ word: word(), changedAt: at(13) })).toMatchObject({ standing: "outdated", proves: false });
    const newer = line({ accepted: accepted("v2", 14) });
    expect(judge({ word: word(), lines: [newer] })).toMatchObject({ standing: "outdated", proves: false });
  });

  it("stays refused until another file is accepted", () => {
    const refusal = word({ holds: false, note: "Another employer", page: null });
    expect(judge({ word: refusal })).toMatchObject({
      ...{ standing: "refused", proves: false, words: "Another employer" },
    });
    const newer = line({ accepted: accepted("v2", 14) });
    expect(judge({ word: refusal, lines: [newer] })).toMatchObject({ standing: "proposed", proves: true });
  });
});

describe("two tests of one language", () => {
  it("share a line, and its report is of the one that counts", () => {
    const [better, worse] = [
      languageTest("celpip_general", [10, 10, 10, 10]),
      languageTest("ielts_general", [6, 6, 6, 6]),
    ];
    const claims = claimedFacts(single({ languageTests: [worse, better] }), ON);
    expect([...takenKeys(claims, new Set([better.id]))]).toEqual([`language_test:${worse.id}`]);
    expect([...takenKeys(claims, new Set([worse.id]))]).toEqual([`language_test:${better.id}`]);
  });
});

describe("a reason to sign", () => {
  it("is needed for points, for the class of the invitation, and for neither not", () => {
    const proven = { claimed: 480, proven: 480, classUnproven: false, invitationClass: "CEC" as const };
    expect(unprovenWords(proven)).toBeNull();
    expect(unprovenWords({ ...proven, proven: 455 })).toBe("25 of 480 points are not proven.");
    expect(unprovenWords({ ...proven, classUnproven: true })).toBe("CEC is not met by what is proven.");
  });

  it.each([
    ["", false],
    ["fine", false],
    ["it is ok so", false],
    ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", false],
    ["The employer has closed down since.", true],
  ])("%j is a sentence: %s", (text, expected) => {
    expect(isSentence(text)).toBe(expected);
  });
});
