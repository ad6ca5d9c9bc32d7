/** The improvements of the sketch's person and of worked profiles, with figures worked out by hand. */
import { describe, expect, test } from "vitest";
import {
  abroad,
  born,
  canadian,
  couple,
  credential,
  job,
  languageTest,
  ON,
  single,
  years,
} from "../testing/case-facts";
import { sketchPerson, TODAY } from "../testing/forecast-cases";
import { addDays } from "../timing/calendar-date";
import { usualEffort } from "./effort";
import { rankImprovements } from "./rank";
import type { Ranking } from "./types";

/** id, points gained, best score, weeks. */
function rows({ improvements }: Ranking) {
  return improvements.map(({ id, gained, best, weeks }) => [id, gained, best.score, weeks]);
}

function row(ranking: Ranking, id: string) {
  return ranking.improvements.find((improvement) => improvement.id === id);
}

describe("the person of the sketch", () => {
  const ranking = rankImprovements(sketchPerson(), TODAY, { cutOff: 518 });

  test("points and weeks, by points a week", () => {
    expect(rows(ranking)).toEqual([
      ["nomination", 570, 1057, 30],
      // 487 + 4 x (34 − 31).
      ["retest_english:10", 12, 499, 6],
      // 487 + 50 + 4 x 3.
      ["french:7", 62, 549, 40],
      // 487 − 11 for the third year, + 25 + 25 for a year abroad with CLB 9 and two Canadian years.
      ["work_abroad", 39, 526, 52],
      ["second_credential", 8, 495, 52],
      // Age 32, the fourth year on 29 May 2028: 94 + 120 + 124 + 72 + 50 + 30.
      ["permit", 3, 490, 79],
      // Nothing more to gain: these keep the profile in the pool, or open a program.
      ["renew_tests", 0, 487, 4],
      ["job_offer", 0, 487, 20],
      ["settlement_funds", 0, 487, 4],
    ]);
    expect(ranking.improvements.slice(0, 4).map(({ pointsPerWeek }) => pointsPerWeek.toFixed(1))).toEqual([
      "19.0",
      "2.0",
      "1.6",
      "0.8",
    ]);
  });

  test("what each is made of, and what has to be done again", () => {
    const details = Object.fromEntries(ranking.improvements.map(({ id, detail }) => [id, detail]));
    expect(details).toMatchObject({
      nomination: "600 for the nomination, less 30 lost to the cap",
      "retest_english:10": "3 points for each ability",
      "french:7": "50 for French, 12 second language",
      work_abroad: "50 for foreign work, less 11 of Canadian work; with CELPIP again by 17 Oct 2027",
      second_credential:
        "8 for education; transferability is already at its cap; with CELPIP again by 17 Oct 2027",
      permit: "Comes on 29 May 2028; with CELPIP again by 17 Oct 2027",
      settlement_funds: "Opens FSW",
    });
    expect(row(ranking, "permit")?.title).toBe("New permit, fourth year of work");
    expect(row(ranking, "settlement_funds")?.title).toBe("Funds of $15,263 shown");
  });

  test("three reach 518 alone; the others together reach 510", () => {
    expect(ranking.cutOff).toEqual({
      score: 518,
      alone: ["nomination", "french:7", "work_abroad"],
      // Age 32: 94 + 128 + 136 + 72 + 50 + 30.
      othersTogether: 510,
      words:
        "Three actions reach 518 alone: Provincial nomination; French to NCLC 7; A year of skilled work abroad. " +
        "The other three together reach 510.",
    });
  });

  test("without a cut-off nothing is said about one", () => {
    const plain = rankImprovements(sketchPerson(), TODAY);
    expect(plain.cutOff).toBeNull();
    expect(plain.improvements.every(({ reaches }) => reaches === null)).toBe(true);
  });

  test("other weeks move dates and order", () => {
    const other = { french: { weeks: 10, cost: 900 }, nomination: { weeks: 300, cost: 0 } };
    const kinds = { ...usualEffort.kinds, ...other };
    const effort = { asOf: "2026-11-01", label: "Other figures", kinds };
    const own = rankImprovements(sketchPerson(), TODAY, { effort });
    expect(own.improvements[0]).toMatchObject({ id: "french:7", weeks: 10, cost: 900, gained: 62 });
    // Three hundred weeks are beyond what is looked at.
    expect(row(own, "nomination")).toBeUndefined();
    expect(own.effort).toEqual({ asOf: "2026-11-01", label: "Other figures" });
  });
});

const ielts = (r: number, w: number, l: number, s: number) => languageTest("ielts_general", [r, w, l, s]);

describe("a person whose test lapses before the second Canadian year", () => {
  const facts = single(
    {
      birthDate: "1996-01-10",
      jobs: [job({ country: "CA", nocCode: "21231", from: "2025-08-01", to: null })],
      credentials: [canadian()],
      languageTests: [languageTest("celpip_general", [8, 8, 8, 8], { takenOn: "2025-01-15" })],
    },
    { intendedProvince: "ON" },
  );
  const ranking = rankImprovements(facts, TODAY);

  test("what the renewal gives is the renewal's own, and told of nothing else", () => {
    expect(row(ranking, "renew_tests")).toMatchObject({
      gained: 25,
      detail: "24 for Canadian work, 12 transferability, less 11 of age",
    });
    expect(row(ranking, "french:7")).toMatchObject({
      gained: 62,
      detail: "50 for French, 12 second language; with CELPIP again by 14 Jan 2027",
    });
    expect(row(ranking, "nomination")).toMatchObject({
      gained: 570,
      detail: "600 for the nomination, less 30 lost to the cap; with CELPIP again by 14 Jan 2027",
    });
  });

  test("every gain is the sum of its parts", () => {
    for (const { id, gained, parts } of ranking.improvements) {
      expect([id, parts.reduce((sum, { points }) => sum + points, 0)]).toEqual([id, gained]);
    }
  });
});

describe("worked profiles", () => {
  test("1: at the top in language and schooling; what is left is French, Canada and a province", () => {
    const master = credential({ level: "master_or_entry_to_practice_professional" });
    const languageTests = [ielts(8, 7.5, 8.5, 7.5)];
    const ranking = rankImprovements(
      single({ birthDate: born(29), credentials: [master], languageTests, jobs: [abroad(3)] }),
      ON,
    );
    expect(rows(ranking).slice(0, 3)).toEqual([
      ["nomination", 600, 1081, 30],
      // 62 less 5 for turning 30 meanwhile.
      ["french:7", 57, 538, 40],
      // 40 less 5; C is at 100 already.
      ["work_in_canada", 35, 516, 60],
    ]);
    expect(row(ranking, "work_in_canada")?.opens.programs).toEqual(["CEC"]);
  });

  test("3: the spouse who stays, and the spouse's test", () => {
    const ranking = rankImprovements(
      couple(
        {
          birthDate: born(35),
          credentials: [credential({ level: "doctorate" })],
          languageTests: [ielts(7, 7, 8, 7)],
          jobs: [years(1), abroad(3, {}, 2)],
        },
        {
          birthDate: born(34),
          credentials: [credential()],
          languageTests: [languageTest("celpip_general", [7, 7, 7, 7])],
        },
      ),
      ON,
    );
    // 491 − 481, profile 4.
    expect(row(ranking, "spouse_stays")).toMatchObject({ gained: 10, best: { score: 491 } });
    expect(row(ranking, "spouse_stays")?.detail).toContain("declared and examined all the same");
    // 4 x (5 − 3).
    expect(row(ranking, "spouse_test:9")).toMatchObject({ gained: 8, title: "Spouse: CELPIP 9 in all four" });
    expect(row(ranking, "retest_english:10")).toMatchObject({ gained: 12 });
    expect(row(ranking, "second_credential")).toBeUndefined();
    expect(row(ranking, "masters")).toBeUndefined();
  });

  test("5: French first; more English and more French", () => {
    const ranking = rankImprovements(
      single({
        birthDate: born(27),
        credentials: [credential()],
        languageTests: [languageTest("tef_canada", [233, 349, 280, 349]), ielts(5, 5.5, 5.5, 5.5)],
        jobs: [abroad(2)],
      }),
      ON,
    );
    // NCLC 8 to 9: 4 x (31 − 23), and the high band of both pairs, 12 each.
    expect(row(ranking, "retest_french:9")).toMatchObject({ gained: 32 + 12 + 12, best: { score: 458 } });
    // CLB 6 to 7: 4 x (3 − 1).
    expect(row(ranking, "retest_english:7")).toMatchObject({ gained: 8 });
    // A third year abroad: the high tier, 25 instead of 13.
    expect(row(ranking, "work_abroad")).toMatchObject({ gained: 12 });
  });

  test("6: a score without eligibility: a first English test opens FSW", () => {
    const ranking = rankImprovements(
      single({
        birthDate: born(27),
        credentials: [credential()],
        languageTests: [languageTest("tef_canada", [233, 349, 280, 349])],
        jobs: [abroad(2)],
      }),
      ON,
    );
    // French then earns 50 instead of 25, and English 4 x 3 as second language.
    expect(row(ranking, "first_english:7")).toMatchObject({ gained: 25 + 12, opens: { programs: ["FSW"] } });
  });

  test("7: a carpenter with a certificate needs no second one; another would", () => {
    const carpenter = {
      birthDate: born(38),
      credentials: [credential({ level: "one_year_post_secondary" })],
      languageTests: [ielts(4, 5, 5, 5)],
      jobs: [abroad(3, { nocCode: "72310" })],
    };
    const certificateOfQualification = {
      nocCode: "72310",
      province: "AB",
      issuedOn: "2022-01-07",
      expiresOn: null,
    };
    expect(
      row(rankImprovements(single(carpenter, { certificateOfQualification }), ON), "certificate"),
    ).toBeUndefined();
    expect(row(rankImprovements(single(carpenter), ON), "certificate")).toMatchObject({
      gained: 25,
      opens: { programs: ["FST"] },
    });
  });
});

describe("only what applies", () => {
  test("an ECA where a foreign degree lacks one", () => {
    const facts = sketchPerson({ credentials: [credential({ eca: null })] });
    // 120 for the degree, 25 + 25 for its pairs.
    expect(row(rankImprovements(facts, TODAY), "eca")).toMatchObject({ gained: 170, weeks: 8 });
  });

  test("nobody who is nominated is offered a nomination", () => {
    const nomination = {
      province: "ON",
      enhanced: true,
      confirmedOn: "2026-10-01",
      acceptedOn: "2026-10-02",
      certificateNumber: null,
      expiresOn: null,
    };
    expect(row(rankImprovements(sketchPerson({}, { nomination }), TODAY), "nomination")).toBeUndefined();
  });

  test("no permit for a permanent resident's job, none where it lasts long enough", () => {
    const long = sketchPerson({ statusExpiresOn: addDays(TODAY, 900) });
    expect(row(rankImprovements(long, TODAY), "permit")).toBeUndefined();
    const resident = sketchPerson({ statusInCanada: "permanent_resident" });
    expect(row(rankImprovements(resident, TODAY), "permit")).toBeUndefined();
  });

  test("no work is planned for somebody whose work has no skilled occupation", () => {
    const facts = sketchPerson({ jobs: [job({ nocCode: "65200", from: "2024-06-03", to: null })] });
    const kinds = rankImprovements(facts, TODAY).improvements.map(({ kind }) => kind);
    expect(kinds).not.toContain("work_abroad");
    expect(kinds).not.toContain("permit");
  });
});
