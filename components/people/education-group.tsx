import { educationOn, type EducationOn } from "@/lib/express-entry/education/credentials";
import type { Credential, PersonFacts } from "@/lib/express-entry/facts";
import { ecaLastDay } from "@/lib/express-entry/timing/document-validity";
import { countryName } from "@/lib/format/countries";
import { formatDate, formatDateRange } from "@/lib/format/dates";
import { CredentialForm } from "./credential-form";
import { DerivedRow, EditPanel, FactGroup, FactRow } from "./fact-row";
import { editHref, isAdding, isOpen, settingOf, versionOf, type FactsView } from "./facts-view";
import { OpenHistory } from "./open-history";
import { SHORT_LEVEL_LABELS } from "./labels";

function studied({ from, awardedOn }: Credential): string | null {
  if (from !== null) return formatDateRange(from, awardedOn);
  return awardedOn === null ? null : `Completed ${formatDate(awardedOn)}`;
}

function assessed({ eca }: Credential): string | null {
  return eca === null ? null : `${eca.body}, ${formatDate(eca.issuedOn)}`;
}

const YEAR_WORDS = ["", "one year", "two years", "three years", "four years", "five years", "six years"];

/** `, four years`: the length of the one Canadian credential behind a level; nothing where it was not asked. */
function lengthOf(credentials: readonly Credential[], ids: readonly string[]): string {
  const [only, ...more] = credentials.filter(({ id, country }) => country === "CA" && ids.includes(id));
  const years = only?.programMonths ? Math.floor(only.programMonths / 12) : 0;
  const words = more.length === 0 ? YEAR_WORDS[years] : undefined;
  return words ? `, ${words}` : "";
}

/** `Bachelor, to 14 Jan 2029`, `Bachelor: Canadian, four years: no ECA`: the level, and how long it counts. */
function derivedLevel({ level, lastDay, credentialIds }: EducationOn, { credentials }: PersonFacts): string {
  if (credentialIds.length === 0) return "Nothing that counts yet";
  const words = SHORT_LEVEL_LABELS[level];
  return lastDay === null
    ? `${words}: Canadian${lengthOf(credentials, credentialIds)}, no ECA`
    : `${words}, to ${formatDate(lastDay)}`;
}

function CredentialRows({ view, credential }: { view: FactsView; credential: Credential }) {
  const change = (field: string) => editHref(view, view.links.edit("credential", credential.id, field));
  const { eca, country } = credential;
  const ended = eca !== null && ecaLastDay(eca.issuedOn) < view.on;
  return (
    <>
      <FactRow
        label="Credential"
        value={`${SHORT_LEVEL_LABELS[credential.level]}, ${credential.institution}`}
        href={change("level")}
        aside={country === "CA" ? null : { text: countryName(country) }}
      />
      <FactRow label="Studied" value={studied(credential)} href={change("fromDate")} />
      {country !== "CA" && (
        <FactRow
          label="Assessment"
          value={assessed(credential)}
          empty="No ECA"
          href={change("ecaBody")}
          aside={
            ended
              ? { text: "five years old", watch: true }
              : eca === null
                ? { text: "needed", watch: true }
                : null
          }
        />
      )}
    </>
  );
}

/** The credentials of a person, and the level they give on the day. */
export function EducationGroup({
  view,
  person,
  open,
}: {
  view: FactsView;
  person: PersonFacts;
  open: boolean;
}) {
  const { sheet, links } = view;
  const add = editHref(view, links.add("credential", person.id));
  const target = { caseId: sheet.caseId, personId: person.id, ...settingOf(view) };
  const adding = isAdding(view, "credential", person);
  return (
    <FactGroup
      title="Education"
      open={open}
      add={add === null ? null : { href: add, label: "Add a credential" }}
    >
      {person.credentials.map((credential) =>
        isOpen(view, "credential", credential.id) ? (
          <EditPanel
            key={credential.id}
            title="Change this credential"
            history={<OpenHistory view={view} kind="credential" id={credential.id} />}
          >
            <CredentialForm credential={credential} version={versionOf(view, credential.id)} {...target} />
          </EditPanel>
        ) : (
          <CredentialRows key={credential.id} {...{ view, credential }} />
        ),
      )}
      {adding && (
        <EditPanel title="A credential">
          <CredentialForm credential={null} version={1} {...target} />
        </EditPanel>
      )}
      {!adding && person.credentials.length === 0 && (
        <FactRow label="Credential" value={null} empty="None entered" href={add} />
      )}
      {person.credentials.length > 0 && (
        <DerivedRow>{derivedLevel(educationOn(person, view.on), person)}</DerivedRow>
      )}
    </FactGroup>
  );
}
