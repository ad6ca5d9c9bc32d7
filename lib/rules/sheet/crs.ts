/** The CRS as tables, in the order of the rules reference (1.2 to 1.7). */
import type { RuleBody, SheetTable } from "../types";
import { highWageTables } from "./high-wage";
import { valueAt } from "./paths";
import { besideEachOther, educationRows, rangesAt, row, table, yearRows } from "./tables";

const COLUMNS = ["With spouse", "Without spouse"];
const A = "A_core_human_capital";
const B = "B_spouse";
const C = "C_skill_transferability";
const D = "D_additional";
const GROUP_A = "A. Core human capital";
const GROUP_B = "B. Spouse or partner";
const GROUP_C = "C. Skill transferability";
const GROUP_D = "D. Additional points";

function core(body: RuleBody): SheetTable[] {
  const first = `${A}.first_official_language_per_ability`;
  const second = `${A}.second_official_language_per_ability`;
  const work = `${A}.canadian_work_experience_years`;
  const head = { group: GROUP_A, columns: COLUMNS };
  return [
    ...table({ ...head, id: "age", title: "Age", of: "Age" }, [
      ...besideEachOther(
        body,
        rangesAt(body, `${A}.age.with_spouse.rows`, "age"),
        rangesAt(body, `${A}.age.without_spouse.rows`, "age"),
      ),
      row(body, "Maximum", `${A}.age.with_spouse.max`, `${A}.age.without_spouse.max`),
    ]),
    ...table({ ...head, id: "education", title: "Education", of: "Highest level" }, [
      ...educationRows(body, `${A}.education.with_spouse`, `${A}.education.without_spouse`),
    ]),
    ...table(
      { ...head, id: "first-language", title: "First official language, per ability", of: "CLB or NCLC" },
      [
        ...rangesAt(body, `${first}.rows`, "clb").map(({ label, path }) =>
          row(body, label, `${path}.with_spouse`, `${path}.without_spouse`),
        ),
        row(body, "Maximum, four abilities", `${first}.max_with_spouse`, `${first}.max_without_spouse`),
      ],
    ),
    ...table(
      {
        ...head,
        columns: ["Points"],
        id: "second-language",
        title: "Second official language, per ability",
        of: "CLB or NCLC",
      },
      [
        ...rangesAt(body, `${second}.rows`, "clb").map(({ label, path }) =>
          row(body, label, `${path}.points`),
        ),
        row(body, "Cap with spouse", `${second}.cap_with_spouse`),
        row(body, "Cap without spouse", `${second}.cap_without_spouse`),
      ],
    ),
    ...table({ ...head, id: "canadian-work", title: "Canadian work experience", of: "Whole years" }, [
      ...yearRows(body, `${work}.with_spouse`, `${work}.without_spouse`),
    ]),
  ];
}

function spouse(body: RuleBody): SheetTable[] {
  const language = `${B}.first_official_language_per_ability`;
  const head = { group: GROUP_B, columns: ["Points"] };
  return [
    ...table({ ...head, id: "spouse-education", title: "Education of the spouse", of: "Highest level" }, [
      ...educationRows(body, `${B}.education`),
    ]),
    ...table(
      { ...head, id: "spouse-language", title: "Language of the spouse, per ability", of: "CLB or NCLC" },
      [
        ...rangesAt(body, `${language}.rows`, "clb").map(({ label, path }) =>
          row(body, label, `${path}.points`),
        ),
        row(body, "Maximum, four abilities", `${language}.max`),
      ],
    ),
    ...table({ ...head, id: "spouse-work", title: "Canadian work of the spouse", of: "Whole years" }, [
      ...yearRows(body, `${B}.canadian_work_experience_years`),
      row(body, "Maximum of section B", `${B}.max`),
    ]),
  ];
}

function pairs(body: RuleBody): SheetTable[] {
  const pair = (tier: string) => ["none", "low", "high"].map((band) => `${C}.pair_points.${tier}.${band}`);
  return table(
    {
      group: GROUP_C,
      id: "pairs",
      title: "Each pair of education or foreign work with language or Canadian work",
      of: "Education or foreign work",
      columns: ["No band", "Low band", "High band"],
    },
    [
      row(body, "Lowest tier", ...pair("tier0")),
      row(body, "Middle tier", ...pair("tier1")),
      row(body, "Highest tier", ...pair("tier2")),
    ],
  );
}

function limits(body: RuleBody): SheetTable[] {
  const both = (path: string) => [`${C}.${path}[0]`, `${C}.${path}[1]`];
  return table(
    {
      group: GROUP_C,
      id: "tiers",
      title: "Where tiers and bands begin",
      of: "Factor",
      columns: ["Middle tier or low band", "Highest tier or high band"],
    },
    [
      row(body, "Foreign work, years", ...both("foreign_work_tier_min_years")),
      row(body, "Language, all four abilities", ...both("language_band_min_clb")),
      row(body, "Canadian work, years", ...both("canadian_work_band_min_years")),
    ],
  );
}

function transferability(body: RuleBody): SheetTable[] {
  const caps = `${C}.group_caps`;
  const head = { columns: ["Points"], group: GROUP_C };
  return [
    ...pairs(body),
    ...limits(body),
    ...table(
      {
        ...head,
        id: "certificate",
        title: "Certificate of qualification in a trade",
        of: "All four abilities",
      },
      [
        ...certificateRows(body),
        row(body, "Only these occupations", `${C}.certificate_of_qualification.noc`),
      ],
    ),
    ...table({ ...head, id: "transfer-caps", title: "Caps of section C", of: "Cap" }, [
      row(body, "Education pairs together", `${caps}.education`),
      row(body, "Foreign work pairs together", `${caps}.foreign_work`),
      row(body, "Certificate of qualification", `${caps}.certificate_of_qualification`),
      row(body, "Section C", `${C}.max`),
    ]),
  ];
}

function certificateRows(body: RuleBody) {
  const path = `${C}.certificate_of_qualification.points`;
  const rows = valueAt(body, path);
  if (!Array.isArray(rows)) return [];
  return rows.map(({ clb_min }: { clb_min: number }, index) =>
    row(body, `CLB ${clb_min} or more`, `${path}[${index}].points`),
  );
}

const STUDY_LABELS: Readonly<Record<string, string>> = {
  none: "No Canadian study",
  one_or_two_year: "One or two years",
  three_year_plus: "Three years or more, master's, professional or doctorate",
};

function additional(body: RuleBody): SheetTable[] {
  const french = valueAt(body, `${D}.french`);
  const study = valueAt(body, `${D}.canadian_post_secondary_education`);
  const frenchRows = Array.isArray(french)
    ? french.map(({ french_clb_min, english_clb_min }: Record<string, number>, index) =>
        row(
          body,
          `French: NCLC ${french_clb_min} in all four${english_clb_min ? `, English CLB ${english_clb_min} in all four` : ""}`,
          `${D}.french[${index}].points`,
        ),
      )
    : [];
  const studyRows = Array.isArray(study)
    ? study.map((entry: { study: string }, index) =>
        row(
          body,
          `Study in Canada: ${(STUDY_LABELS[entry.study] ?? entry.study).toLowerCase()}`,
          `${D}.canadian_post_secondary_education[${index}].points`,
        ),
      )
    : [];
  return table(
    { group: GROUP_D, id: "additional", title: "Additional points", of: "Factor", columns: ["Points"] },
    [
      row(body, "Provincial nomination", `${D}.provincial_nomination`),
      row(body, "Sibling in Canada", `${D}.sibling_in_canada`),
      ...frenchRows,
      ...studyRows,
      row(body, "Maximum of section D", `${D}.max`),
    ],
  );
}

function maxima(body: RuleBody): SheetTable[] {
  return table(
    { group: "Maxima", id: "maxima", title: "Maxima of the sections", of: "Section", columns: ["Points"] },
    [
      row(body, "A, with spouse", "maxima.A_with_spouse"),
      row(body, "A, without spouse", "maxima.A_without_spouse"),
      row(body, "B", "maxima.B"),
      row(body, "A and B", "maxima.A_plus_B"),
      row(body, "C", "maxima.C"),
      row(body, "A, B and C", "maxima.A_B_C"),
      row(body, "D", "maxima.D"),
      row(body, "In all", "maxima.grand_total"),
    ],
  );
}

export function crsSheet(body: RuleBody): SheetTable[] {
  return [
    ...core(body),
    ...spouse(body),
    ...transferability(body),
    ...additional(body),
    ...highWageTables(body),
    ...maxima(body),
  ];
}
