import { emptyAnswers, emptyLanguage } from "@/lib/enquiries/rules";
import type { Answers } from "@/lib/enquiries/types";

/**
 * Answers of the free assessment as a single software developer in Toronto types them: CELPIP in all four at 9, an
 * assessed bachelor's degree, work in Canada since 2024 and abroad before. For 23 Nov 2026.
 */
export function sampleAnswers(changes: Partial<Answers> = {}): Answers {
  const empty = emptyAnswers();
  return {
    ...empty,
    you: {
      birthDate: "1996-05-14",
      citizenship: "IN",
      livesIn: "CA",
      status: "worker",
      statusEndsOn: "2027-08-31",
    },
    family: { ...empty.family, maritalStatus: "single", children: "0" },
    english: {
      ...{ source: "test", kind: "celpip_general", takenOn: "2026-03-02", estimate: "" },
      ...{ listening: "9", reading: "9", writing: "9", speaking: "9" },
    },
    french: { ...emptyLanguage(), source: "none" },
    education: [
      {
        ...{ level: "bachelor_or_three_plus_year", country: "IN", awardedOn: "2018-06-30", months: "" },
        ...{ assessed: "yes", assessedOn: "2025-10-01" },
      },
    ],
    canada: {
      worked: "yes",
      jobs: [
        {
          ...{
            title: "Software developer",
            nocCode: "21232",
            country: "CA",
            hours: "37.5",
            from: "2024-09-01",
            to: "",
          },
          ...{ selfEmployed: "no", authorized: "yes", duringStudy: "no" },
        },
      ],
    },
    abroad: {
      worked: "yes",
      jobs: [
        {
          ...{
            title: "Programmer",
            nocCode: "21232",
            country: "IN",
            hours: "40",
            from: "2018-07-15",
            to: "2024-07-31",
          },
          ...{ selfEmployed: "no", authorized: "", duringStudy: "" },
        },
      ],
    },
    more: { ...empty.more, province: "ON", funds: "24,500", sibling: "yes", relative: "no" },
    ...changes,
  };
}
