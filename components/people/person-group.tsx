import type { PersonFacts } from "@/lib/express-entry/facts";
import { familySizeOn } from "@/lib/express-entry/family";
import { addYears, ageOn } from "@/lib/express-entry/timing/calendar-date";
import { countryName } from "@/lib/format/countries";
import { formatDate } from "@/lib/format/dates";
import { DerivedRow, EditPanel, FactGroup, FactRow } from "./fact-row";
import { editHref, isOpen, settingOf, versionOf, type FactsView } from "./facts-view";
import { FamilyForm } from "./family-form";
import { MARITAL_LABELS, provinceName, STATUS_LABELS } from "./labels";
import { OpenFamilyHistory, OpenHistory } from "./open-history";
import { PersonForm } from "./person-form";

function derivedAge({ birthDate }: PersonFacts, { on }: FactsView): string {
  if (birthDate === null || birthDate > on) return "No age without a birth date";
  const age = ageOn(birthDate, on);
  return `Age ${age}, ${age + 1} on ${formatDate(addYears(birthDate, age + 1))}`;
}

function passportText({ passport }: PersonFacts): string | null {
  return passport ? `${countryName(passport.country)}, to ${formatDate(passport.expiresOn)}` : null;
}

function statusText({ statusInCanada, statusExpiresOn }: PersonFacts): string | null {
  if (statusInCanada === null) return null;
  const label = STATUS_LABELS[statusInCanada];
  return statusExpiresOn === null ? label : `${label} to ${formatDate(statusExpiresOn)}`;
}

function unionText({ maritalStatus, unionSince }: PersonFacts): string | null {
  if (maritalStatus === null) return null;
  const label = MARITAL_LABELS[maritalStatus];
  return unionSince === null ? label : `${label} since ${formatDate(unionSince)}`;
}

function PlaceRow({ view }: { view: FactsView }) {
  const { sheet, links, target, search, canEdit } = view;
  const { family } = sheet.facts;
  if (canEdit && target?.kind === "family" && target.part === "place") {
    return (
      <EditPanel
        title="Where they plan to live"
        history={<OpenFamilyHistory view={view} fields={["intendedProvince"]} />}
      >
        <FamilyForm
          part="place"
          family={family}
          caseId={sheet.caseId}
          version={versionOf(view, sheet.caseId)}
          occupationOf={() => undefined}
          search={search}
          {...settingOf(view)}
        />
      </EditPanel>
    );
  }
  const { intendedProvince: province } = family;
  return (
    <FactRow
      label="Plans to live in"
      value={province === null ? null : provinceName(province)}
      empty="Not asked"
      href={editHref(view, links.family("place"))}
    />
  );
}

/** Who a person is: name, birth, union, passport, status; for the principal also where they plan to live. */
export function PersonGroup({ view, person, open }: { view: FactsView; person: PersonFacts; open: boolean }) {
  const { sheet, links } = view;
  const isPrincipal = person.role === "principal";
  const change = (field: string) => editHref(view, links.edit("person", person.id, field));
  const size = familySizeOn(sheet.facts, view.on);
  return (
    <FactGroup title="Person" open={open}>
      {isOpen(view, "person", person.id) ? (
        <EditPanel
          title="Change this person"
          history={<OpenHistory view={view} kind="person" id={person.id} />}
        >
          <PersonForm
            caseId={sheet.caseId}
            person={person}
            version={versionOf(view, person.id)}
            hasSpouse
            {...settingOf(view)}
          />
        </EditPanel>
      ) : (
        <>
          <FactRow
            label="Born"
            value={person.birthDate === null ? null : formatDate(person.birthDate)}
            href={change("birthDate")}
          />
          {person.role !== "spouse" && (
            <FactRow
              label="Marital status"
              value={unionText(person)}
              empty="Not asked"
              href={change("maritalStatus")}
            />
          )}
          <FactRow
            label="Citizenship"
            value={person.citizenship === null ? null : countryName(person.citizenship)}
            href={change("citizenship")}
          />
          <FactRow label="Passport" value={passportText(person)} href={change("passportNumber")} />
          <FactRow
            label="Status"
            value={statusText(person)}
            empty="Not asked"
            href={change("statusInCanada")}
          />
          {!isPrincipal && (
            <FactRow
              label="Comes along"
              value={person.accompanying ? "Yes" : "No, still declared"}
              href={change("accompanying")}
            />
          )}
        </>
      )}
      {isPrincipal && <PlaceRow view={view} />}
      <DerivedRow>
        {derivedAge(person, view)}
        {isPrincipal && `; family of ${size}`}
      </DerivedRow>
    </FactGroup>
  );
}
