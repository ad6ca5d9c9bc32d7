/** The tables of the programs: selection grid, thresholds, category lists, funds and fees. */
import type { RuleBody, SheetTable } from "../types";
import { valueAt } from "./paths";
import { educationRows, rangesAt, row, table } from "./tables";

const POINTS = ["Points"];

const ADAPTABILITY: readonly (readonly [string, string])[] = [
  ["spouse_language_clb4_all_four", "Language of the spouse, CLB 4 in all four"],
  ["applicant_canadian_study_two_years", "Two years of study in Canada"],
  ["spouse_canadian_study_two_years", "Two years of study in Canada, spouse"],
  ["applicant_canadian_work_one_year_teer0_3", "A year of work in Canada"],
  ["spouse_canadian_work_one_year", "A year of work in Canada, spouse"],
  ["relative_in_canada", "Relative in Canada"],
  ["arranged_employment", "Arranged employment"],
];

export function gridSheet(body: RuleBody): SheetTable[] {
  const group = "FSW selection grid";
  const head = { group, columns: POINTS };
  return [
    ...table({ ...head, id: "grid", title: "The grid", of: "Factor" }, [
      row(body, "Pass mark", "pass_mark"),
      row(body, "Maximum", "max_total"),
      row(body, "Arranged employment", "arranged_employment.points"),
    ]),
    ...table({ ...head, id: "grid-education", title: "Education", of: "Highest level" }, [
      ...educationRows(body, "education.points"),
      row(body, "Maximum", "education.max"),
    ]),
    ...table(
      { ...head, id: "grid-language", title: "First official language, per ability", of: "CLB or NCLC" },
      [
        ...rangesAt(body, "first_language.points_per_ability", "clb").map(({ label, path }) =>
          row(body, label, `${path}.points`),
        ),
        row(body, "Maximum", "first_language.max"),
      ],
    ),
    ...table({ ...head, id: "grid-second", title: "Second official language", of: "Condition" }, [
      row(body, "Level asked for in all four", "second_language.clb_min"),
      row(body, "Points", "second_language.points"),
      row(body, "Maximum", "second_language.max"),
    ]),
    ...table({ ...head, id: "grid-experience", title: "Experience", of: "Whole years" }, [
      ...rangesAt(body, "experience.rows", "years").map(({ label, path }) =>
        row(body, label, `${path}.points`),
      ),
      row(body, "Maximum", "experience.max"),
    ]),
    ...table({ ...head, id: "grid-age", title: "Age", of: "Age" }, [
      ...rangesAt(body, "age.rows", "age").map(({ label, path }) => row(body, label, `${path}.points`)),
      row(body, "Maximum", "age.max"),
    ]),
    ...table({ ...head, id: "grid-adaptability", title: "Adaptability", of: "Element" }, [
      ...ADAPTABILITY.map(([key, label]) => row(body, label, `adaptability.elements.${key}`)),
      row(body, "Maximum", "adaptability.max"),
    ]),
  ];
}

export function thresholdsSheet(body: RuleBody): SheetTable[] {
  const head = { columns: ["Value"], of: "Condition" };
  return [
    ...table({ ...head, group: "Programs", id: "cec", title: "Canadian Experience Class" }, [
      row(body, "Years looked back", "CEC.window_years"),
      row(body, "Years of work", "CEC.min_years"),
      ...["0", "1", "2", "3"].map((teer) => row(body, `CLB for TEER ${teer}`, `CEC.clb_by_teer.${teer}`)),
    ]),
    ...table({ ...head, group: "Programs", id: "fsw", title: "Federal Skilled Worker" }, [
      row(body, "Years looked back", "FSW.window_years"),
      row(body, "Years of work", "FSW.min_years"),
      row(body, "CLB in all four", "FSW.clb_all"),
    ]),
    ...table({ ...head, group: "Programs", id: "fst", title: "Federal Skilled Trades" }, [
      row(body, "Years looked back", "FST.window_years"),
      row(body, "Years of work", "FST.min_years"),
      ...["speaking", "listening", "reading", "writing"].map((ability) =>
        row(body, `CLB, ${ability}`, `FST.clb.${ability}`),
      ),
      row(body, "NOC groups that count", "FST.noc_prefix_include"),
      row(body, "NOC groups left out", "FST.noc_prefix_exclude"),
    ]),
  ];
}

const CATEGORY_LABELS: Readonly<Record<string, string>> = {
  french: "French",
  healthcare_social: "Healthcare and social services",
  stem: "Science, technology, engineering and mathematics",
  trades: "Trades",
  agriculture: "Agriculture and agri-food",
  education: "Education",
  transport: "Transport",
  physicians_canadian_experience: "Physicians with work in Canada",
  senior_managers_canadian_experience: "Senior managers with work in Canada",
  researchers_canadian_experience: "Researchers with work in Canada",
  skilled_military_recruits: "Skilled military recruits",
};

export function categoriesSheet(body: RuleBody): SheetTable[] {
  const categories = valueAt(body, "categories");
  const keys = typeof categories === "object" && categories !== null ? Object.keys(categories) : [];
  const head = { columns: ["Value"], of: "Condition", group: "Categories" };
  return [
    ...table({ ...head, id: "conditions", title: "Work that a category asks for" }, [
      row(body, "Hours in one listed occupation", "work_hours"),
      row(body, "Without a break", "work_continuous"),
      row(body, "Years looked back", "work_window_years"),
    ]),
    ...keys.flatMap((key) =>
      table({ ...head, id: key, title: CATEGORY_LABELS[key] ?? key.replaceAll("_", " ") }, [
        row(body, "NCLC in all four", `categories.${key}.clb_min`),
        row(body, "Occupations (NOC 2021)", `categories.${key}.noc`),
        row(body, "Work must be in Canada", `categories.${key}.canadian_experience_required`),
        row(body, "Retired: no rounds any more", `categories.${key}.retired`),
      ]),
    ),
  ];
}

export function fundsSheet(body: RuleBody): SheetTable[] {
  return table(
    {
      group: "Settlement funds",
      id: "funds",
      title: "By family size",
      of: "Family members",
      columns: ["Dollars"],
    },
    [
      ...["1", "2", "3", "4", "5", "6", "7"].map((size) => row(body, size, `amounts.${size}`)),
      row(body, "Each more than seven", "each_additional_member_over_7"),
    ],
  );
}

export function feesSheet(body: RuleBody): SheetTable[] {
  return table({ group: "Government fees", id: "fees", title: "Fees", of: "Fee", columns: ["Dollars"] }, [
    row(body, "Processing: principal applicant", "principal_applicant"),
    row(body, "Processing: spouse or partner", "spouse_or_partner"),
    row(body, "Processing: dependent child", "dependent_child"),
    row(body, "Right of permanent residence, per adult", "rprf_per_adult"),
    row(body, "Biometrics: one person", "biometrics_person"),
    row(body, "Biometrics: most for a family", "biometrics_family_max"),
  ]);
}
