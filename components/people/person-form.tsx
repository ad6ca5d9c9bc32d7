import { Checkbox } from "@/components/ui/checkbox";
import { DateField } from "@/components/ui/date-field";
import { TextField } from "@/components/ui/input";
import { SelectField } from "@/components/ui/select";
import type { PersonFacts, PersonRole } from "@/lib/express-entry/facts";
import { addPersonAction, changePersonAction, removePersonAction } from "@/lib/people/actions";
import { personName } from "@/lib/format/names";
import { CountryField } from "./country-field";
import { FactChecks } from "./fact-checks";
import { FactForm } from "./fact-form";
import type { FactFormSetting } from "./form-target";
import { MARITAL_LABELS, optionsOf, STATUS_LABELS, YES_NO, yesNo } from "./labels";
import { RemoveFact } from "./remove-fact";

const ROLES = [
  { value: "spouse", label: "Spouse or common-law partner" },
  { value: "child", label: "Child" },
];

interface FieldsProps {
  person: PersonFacts | null;
  role: PersonRole | "other";
}

/** Name, birth, citizenship and passport: asked of everybody. */
function IdentityFields({ person }: { person: PersonFacts | null }) {
  const { passport = null } = person ?? {};
  return (
    <>
      <TextField layout="beside" name="givenName" label="Given names" defaultValue={person?.givenName} />
      <TextField layout="beside" name="familyName" label="Family name" defaultValue={person?.familyName} />
      <TextField
        layout="beside"
        name="otherNames"
        label="Other names"
        defaultValue={person?.otherNames ?? ""}
        hint="Before marriage, in other papers"
      />
      <DateField
        layout="beside"
        entry="text"
        name="birthDate"
        label="Born"
        defaultValue={person?.birthDate}
      />
      <CountryField
        layout="beside"
        name="citizenship"
        label="Citizenship"
        defaultValue={person?.citizenship}
      />
      <CountryField
        layout="beside"
        name="countryOfResidence"
        label="Lives in"
        defaultValue={person?.countryOfResidence}
      />
      <SelectField
        layout="beside"
        name="statusInCanada"
        label="Status in Canada"
        options={optionsOf(STATUS_LABELS)}
        emptyLabel="Not asked"
        defaultValue={person?.statusInCanada ?? ""}
      />
      <DateField
        layout="beside"
        entry="text"
        name="statusExpiresOn"
        label="Status ends"
        hint="Of a permit: its last day. Work in Canada counts until then"
        optional
        defaultValue={person?.statusExpiresOn}
      />
      <TextField layout="beside" name="passportNumber" label="Passport" defaultValue={passport?.number} />
      <CountryField
        layout="beside"
        name="passportCountry"
        label="Passport of"
        defaultValue={passport?.country}
      />
      <DateField
        layout="beside"
        entry="text"
        name="passportExpiresOn"
        label="Passport ends"
        defaultValue={passport?.expiresOn}
      />
    </>
  );
}

/** Marriage and union: of the principal, who is the one that is scored with or without a spouse, and of children. */
function UnionFields({ person, role }: FieldsProps) {
  return (
    <>
      {role !== "spouse" && (
        <SelectField
          layout="beside"
          name="maritalStatus"
          label="Marital status"
          options={optionsOf(MARITAL_LABELS)}
          emptyLabel="Not asked"
          defaultValue={person?.maritalStatus ?? ""}
        />
      )}
      {role === "principal" && (
        <DateField
          layout="beside"
          entry="text"
          name="unionSince"
          label="Since"
          hint="Marriage, or start of living together"
          defaultValue={person?.unionSince}
        />
      )}
      {role !== "child" && (
        <SelectField
          layout="beside"
          name="earlierUnionEnded"
          label="Earlier union"
          hint="An earlier marriage or union that ended"
          options={YES_NO}
          emptyLabel="Not asked"
          defaultValue={yesNo(person?.earlierUnionEnded ?? null)}
        />
      )}
    </>
  );
}

/** Who comes along, and what makes a child a dependant at 22 or over. */
function FamilyFields({ person, role }: FieldsProps) {
  if (role === "principal") return null;
  return (
    <FactChecks>
      <Checkbox
        name="accompanying"
        label="Comes along to Canada"
        defaultChecked={person?.accompanying ?? true}
      />
      {role !== "spouse" && (
        <>
          <Checkbox
            name="dependentByCondition"
            label="Child: depends because of a condition since before 22"
            defaultChecked={person?.dependentByCondition}
          />
          <Checkbox
            name="adoptedOrSharedCustody"
            label="Child: adopted, or custody shared with someone not in this file"
            defaultChecked={person?.adoptedOrSharedCustody}
          />
        </>
      )}
    </FactChecks>
  );
}

interface PersonFormProps extends FactFormSetting {
  caseId: string;
  /** Null for somebody new. */
  person: PersonFacts | null;
  version: number;
  /** A file has one spouse: with one there, only children are added. */
  hasSpouse: boolean;
}

export function PersonForm({
  caseId,
  person,
  version,
  hasSpouse,
  closeHref,
  focus,
  prefill,
}: PersonFormProps) {
  const role = person?.role ?? "other";
  const hidden: Record<string, string | number> = person ? { caseId, id: person.id, version } : { caseId };
  return (
    <>
      <FactForm
        action={person ? changePersonAction : addPersonAction}
        hidden={hidden}
        name={person ? `person.${person.id}` : `person.new.${caseId}`}
        {...{ closeHref, focus, prefill }}
      >
        {person === null && (
          <SelectField
            layout="beside"
            name="role"
            label="Who"
            options={hasSpouse ? ROLES.slice(1) : ROLES}
            emptyLabel="Choose…"
            defaultValue={hasSpouse ? "child" : ""}
          />
        )}
        <IdentityFields person={person} />
        <UnionFields person={person} role={role} />
        <FamilyFields person={person} role={role} />
      </FactForm>
      {person !== null && person.role !== "principal" && (
        <RemoveFact
          action={removePersonAction}
          hidden={hidden}
          what={`${personName(person)} and everything entered about them`}
          closeHref={closeHref}
        />
      )}
    </>
  );
}
