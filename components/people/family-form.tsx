import type { ReactNode } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { DateField } from "@/components/ui/date-field";
import { NumberField, TextField } from "@/components/ui/input";
import { SelectField } from "@/components/ui/select";
import type { FamilyFacts } from "@/lib/express-entry/facts";
import { changeFamilyFactsAction } from "@/lib/people/actions";
import { PROVINCE_LABELS } from "@/lib/people/rules";
import type { FamilyPart } from "@/lib/people/types";
import { FactChecks } from "./fact-checks";
import { FactForm } from "./fact-form";
import type { FactFormSetting } from "./form-target";
import { ARRANGEMENT_LABELS, optionsOf, YES_NO, yesNo } from "./labels";
import { OccupationField, type SearchOccupations } from "./occupation-field";

interface PartProps {
  family: FamilyFacts;
  search: SearchOccupations;
  /** `72310 Carpenters` of a code. */
  occupationOf: (code: string | undefined) => string | undefined;
}

const PROVINCES = optionsOf(PROVINCE_LABELS);

function ProvinceField({
  name,
  label,
  value,
}: {
  name: string;
  label: string;
  value: string | null | undefined;
}) {
  return (
    <SelectField
      layout="beside"
      name={name}
      label={label}
      options={PROVINCES}
      emptyLabel="Not asked"
      defaultValue={value ?? ""}
    />
  );
}

function FundsFields({ family: { settlementFunds: funds } }: PartProps) {
  return (
    <>
      <NumberField
        layout="beside"
        name="fundsDollars"
        label="Funds"
        decimal
        unit="CAD"
        hint="Available, transferable and free of debt"
        defaultValue={funds ? funds.cents / 100 : undefined}
      />
      <DateField
        layout="beside"
        entry="text"
        name="fundsAsOf"
        label="Balance of"
        defaultValue={funds?.asOf}
      />
    </>
  );
}

function RelativesFields({ family }: PartProps) {
  return (
    <>
      <SelectField
        layout="beside"
        name="siblingInCanada"
        label="Sibling"
        hint="Brother or sister, 18 or over, citizen or permanent resident, living in Canada"
        options={YES_NO}
        emptyLabel="Not asked"
        defaultValue={yesNo(family.siblingInCanada)}
      />
      <SelectField
        layout="beside"
        name="relativeInCanada"
        label="Relative"
        hint="Parent, grandparent, child, grandchild, sibling, aunt, uncle, niece or nephew; no cousins"
        options={YES_NO}
        emptyLabel="Not asked"
        defaultValue={yesNo(family.relativeInCanada)}
      />
    </>
  );
}

function OfferFields({ family: { jobOffer: offer }, search, occupationOf }: PartProps) {
  return (
    <>
      <TextField layout="beside" name="employer" label="Employer" defaultValue={offer?.employer} />
      <OccupationField
        layout="beside"
        name="nocCode"
        label="Occupation"
        search={search}
        defaultValue={occupationOf(offer?.nocCode)}
      />
      <SelectField
        layout="beside"
        name="arrangedEmployment"
        label="Situation"
        hint="IRPR 82(2)"
        options={optionsOf(ARRANGEMENT_LABELS)}
        emptyLabel="None of these"
        defaultValue={offer?.arrangedEmployment ?? ""}
      />
      <FactChecks>
        <Checkbox name="fullTime" label="Full-time and continuous" defaultChecked={offer?.fullTime} />
        <Checkbox
          name="oneYearAfterVisa"
          label="For a year or more after the visa"
          defaultChecked={offer?.oneYearAfterVisa}
        />
      </FactChecks>
    </>
  );
}

function CertificateFields({ family, search, occupationOf }: PartProps) {
  const { certificateOfQualification: certificate } = family;
  return (
    <>
      <OccupationField
        layout="beside"
        name="nocCode"
        label="Trade"
        search={search}
        defaultValue={occupationOf(certificate?.nocCode)}
      />
      <ProvinceField name="province" label="Issued by" value={certificate?.province} />
      <DateField
        layout="beside"
        entry="text"
        name="issuedOn"
        label="Issued on"
        defaultValue={certificate?.issuedOn}
      />
      <DateField
        layout="beside"
        entry="text"
        name="expiresOn"
        label="Expires"
        optional
        defaultValue={certificate?.expiresOn}
      />
    </>
  );
}

function NominationFields({ family: { nomination } }: PartProps) {
  return (
    <>
      <ProvinceField name="province" label="Province" value={nomination?.province} />
      <FactChecks>
        <Checkbox
          name="enhanced"
          label="Through Express Entry (enhanced)"
          defaultChecked={nomination?.enhanced ?? true}
        />
      </FactChecks>
      <DateField
        layout="beside"
        entry="text"
        name="confirmedOn"
        label="Confirmed on"
        defaultValue={nomination?.confirmedOn}
      />
      <DateField
        layout="beside"
        entry="text"
        name="acceptedOn"
        label="Accepted on"
        hint="In the account, within 30 days"
        defaultValue={nomination?.acceptedOn}
      />
      <TextField
        layout="beside"
        name="certificateNumber"
        label="Certificate"
        optional
        defaultValue={nomination?.certificateNumber ?? ""}
      />
      <DateField
        layout="beside"
        entry="text"
        name="expiresOn"
        label="Expires"
        optional
        defaultValue={nomination?.expiresOn}
      />
    </>
  );
}

function PlaceFields({ family }: PartProps) {
  return <ProvinceField name="intendedProvince" label="Plans to live in" value={family.intendedProvince} />;
}

const FIELDS: Readonly<Record<FamilyPart, (props: PartProps) => ReactNode>> = {
  place: PlaceFields,
  funds: FundsFields,
  relatives: RelativesFields,
  offer: OfferFields,
  certificate: CertificateFields,
  nomination: NominationFields,
};

interface FamilyFormProps extends PartProps, FactFormSetting {
  caseId: string;
  part: FamilyPart;
  version: number;
}

/** One part of the family's facts. Emptied and saved, an offer, a certificate or a nomination is none. */
export function FamilyForm({ caseId, part, version, closeHref, focus, prefill, ...props }: FamilyFormProps) {
  const Fields = FIELDS[part];
  return (
    <FactForm
      action={changeFamilyFactsAction}
      hidden={{ caseId, version, part }}
      name={`family.${part}.${caseId}`}
      {...{ closeHref, focus, prefill }}
    >
      <Fields {...props} />
    </FactForm>
  );
}
