import { FormSectionCard } from "@/components/forms-sheet/form-section-card";
import { factLinks } from "@/components/people/edit-target";
import { Notice } from "@/components/ui/notice";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { dateInZone, formatDate } from "@/lib/format/dates";
import { formatCount } from "@/lib/format/quantities";
import { loadFormsSheet } from "@/lib/people/forms-sheet/loaders";
import type { FormsSheet, Mend } from "@/lib/people/forms-sheet/types";

interface FormsPageProps {
  params: Promise<{ number: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/** The forms of the assessment where a fact is put right; none where the sheet is of the past. */
function mendHref({ number, mayMend }: FormsSheet) {
  const links = factLinks(`/cases/${encodeURIComponent(number)}/assessment`, null);
  return (mend: Mend): string | null => {
    if (!mayMend) return null;
    if (mend.kind === "edit") return links.edit(mend.what, mend.id);
    return mend.kind === "add" ? links.add(mend.what, mend.personId, mend.days) : links.family(mend.part);
  };
}

/** What is still open on the sheet, in a sentence; null: nothing. */
function openWords({ gaps, missing }: FormsSheet): string | null {
  const parts = [
    ...(gaps > 0 ? [formatCount(gaps, "gap")] : []),
    ...(missing > 0 ? [`${formatCount(missing, "value")} that the facts do not have`] : []),
  ];
  return parts.length === 0 ? null : `${parts.join(" and ")}; each is marked in its place.`;
}

/** The copy-ready sheet: one person's facts in the order of IRCC's forms. Prints as it stands. */
export default async function FormsPage({ params, searchParams }: FormsPageProps) {
  const { number } = await params;
  const query = await searchParams;
  const sheet = await loadFormsSheet(number, one(query.person), one(query.facts));
  const { people, personId, instant, signedAt, changedSince, timeZone, sections } = sheet;
  const base = `/cases/${encodeURIComponent(number)}/documents/forms`;
  const at = (person: string, facts: string) =>
    `${base}?${new URLSearchParams({ person, facts }).toString()}`;
  const person = people.find(({ id }) => id === personId);
  const open = openWords(sheet);
  const signedOn = signedAt && formatDate(dateInZone(signedAt, timeZone));
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3 print:hidden">
        <SegmentedControl
          label="Person"
          items={people.map(({ id, name }) => ({
            href: at(id, instant),
            label: name,
            current: id === personId,
          }))}
        />
        {signedOn !== null && (
          <SegmentedControl
            label="Facts"
            items={[
              { href: at(personId, "now"), label: "As of now", current: instant === "now" },
              {
                href: at(personId, "signed"),
                label: `As signed off on ${signedOn}`,
                current: instant === "signed",
              },
            ]}
          />
        )}
      </div>
      <header>
        <h2 className="text-lg font-[650] wrap-anywhere">
          {person?.name} <span className="font-normal text-ink-2">{person?.role}</span>
        </h2>
        <p className="text-ink-2">
          In the order of IRCC’s forms: days as YYYY-MM-DD, histories by the month.{" "}
          {instant === "signed" ? `The facts as signed off on ${signedOn}.` : "The facts as of now."}
        </p>
      </header>
      {changedSince && (
        <Notice tone="watch" title="The facts have changed since the sign-off">
          {instant === "signed"
            ? "This is what was signed off; what is entered now is another sheet."
            : "What you copy here is not what was signed off."}
        </Notice>
      )}
      {open !== null && <Notice tone="watch" title={open} />}
      {sections.map((section) => (
        <FormSectionCard key={section.id} section={section} href={mendHref(sheet)} />
      ))}
    </div>
  );
}
