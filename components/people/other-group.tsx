import type { FamilyFacts } from "@/lib/express-entry/facts";
import { formatDate } from "@/lib/format/dates";
import { formatDollars } from "@/lib/format/money";
import { FAMILY_PART_LABELS } from "@/lib/people/family/rules";
import type { FamilyPart } from "@/lib/people/types";
import { EditPanel, FactGroup, FactRow } from "./fact-row";
import { editHref, settingOf, versionOf, type FactsView } from "./facts-view";
import { FamilyForm } from "./family-form";
import { provinceName } from "./labels";
import { OpenFamilyHistory } from "./open-history";

interface Shown {
  part: Exclude<FamilyPart, "place">;
  field: string;
  label: string;
  value: string | null;
  empty: string;
}

const YES_NO_WORDS = (answer: boolean | null) => (answer === null ? null : answer ? "Yes" : "None");

/** The family's own facts as rows. */
function rowsOf(family: FamilyFacts): Shown[] {
  const { settlementFunds: funds, nomination, jobOffer, certificateOfQualification: certificate } = family;
  return [
    {
      part: "funds",
      field: "fundsDollars",
      label: "Funds",
      value: funds && `${formatDollars(funds.cents)} on ${formatDate(funds.asOf)}`,
      empty: "Not entered",
    },
    {
      part: "nomination",
      field: "province",
      label: "Nomination",
      value:
        nomination &&
        `${provinceName(nomination.province)}${nomination.acceptedOn === null ? ", not accepted" : ""}`,
      empty: "None",
    },
    {
      part: "relatives",
      field: "siblingInCanada",
      label: "Sibling in Canada",
      value: YES_NO_WORDS(family.siblingInCanada),
      empty: "Not asked",
    },
    {
      part: "relatives",
      field: "relativeInCanada",
      label: "Relative",
      value: YES_NO_WORDS(family.relativeInCanada),
      empty: "Not asked",
    },
    {
      part: "offer",
      field: "employer",
      label: "Job offer",
      value: jobOffer && `${jobOffer.employer}, ${jobOffer.nocCode}`,
      empty: "None",
    },
    {
      part: "certificate",
      field: "nocCode",
      label: "Trade certificate",
      value: certificate && `${provinceName(certificate.province)}, ${certificate.nocCode}`,
      empty: "None",
    },
  ];
}

/** The columns that a part's form fills. */
const COLUMNS: Readonly<Record<Shown["part"], readonly string[]>> = {
  funds: ["fundsCents", "fundsAsOf"],
  relatives: ["siblingInCanada", "relativeInCanada"],
  offer: ["jobOffer"],
  certificate: ["certificateOfQualification"],
  nomination: ["nomination"],
};

interface OtherGroupProps {
  view: FactsView;
  /** A program asks for funds, and nobody has said how much there is. */
  fundsNeededFor: string | null;
}

/** What belongs to the family as a whole. Two rows of one part have one form. */
export function OtherGroup({ view, fundsNeededFor }: OtherGroupProps) {
  const { sheet, links, target, search, canEdit, occupations } = view;
  const { family } = sheet.facts;
  const open = canEdit && target?.kind === "family" && target.part !== "place" ? target.part : null;
  const rows = rowsOf(family);
  return (
    <FactGroup title="Other">
      {rows.map((row, index) => {
        if (row.part !== open) {
          const funds = row.part === "funds" && fundsNeededFor !== null;
          return (
            <FactRow
              key={row.label}
              label={row.label}
              value={row.value}
              empty={row.empty}
              href={editHref(view, links.family(row.part, row.field))}
              aside={funds ? { text: `needed for ${fundsNeededFor}`, watch: true } : null}
            />
          );
        }
        if (rows.findIndex(({ part }) => part === row.part) !== index) return null;
        return (
          <EditPanel
            key={row.part}
            title={FAMILY_PART_LABELS[row.part]}
            history={<OpenFamilyHistory view={view} fields={COLUMNS[row.part]} />}
          >
            <FamilyForm
              part={row.part}
              family={family}
              caseId={sheet.caseId}
              version={versionOf(view, sheet.caseId)}
              occupationOf={(code) => (code === undefined ? undefined : (occupations[code] ?? code))}
              search={search}
              {...settingOf(view)}
            />
          </EditPanel>
        );
      })}
    </FactGroup>
  );
}
