import Link from "next/link";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { StatusIcon } from "@/components/ui/status-icon";
import type { PersonFacts } from "@/lib/express-entry/facts";
import { familyMembersOn } from "@/lib/express-entry/family";
import { formatDateRange } from "@/lib/format/dates";
import { personName } from "@/lib/format/names";
import { formatCount } from "@/lib/format/quantities";
import { countryName } from "@/lib/format/countries";
import { tenYears } from "@/lib/people/timeline/rules";
import type { LaneKind, TenYears } from "@/lib/people/timeline/types";
import type { FactsView } from "./facts-view";
import { findingLinks, findingWords } from "./finding-words";
import { TenYearsChart } from "./ten-years-chart";

/** Who has to account for ten years: the adults who apply, once their facts have begun. */
function drawn({ sheet, on }: FactsView): { person: PersonFacts; drawing: TenYears }[] {
  return familyMembersOn(sheet.facts, on)
    .filter(({ role }) => role !== "child")
    .filter(({ addresses, jobs, credentials }) => addresses.length + jobs.length + credentials.length > 0)
    .flatMap((person) => {
      const drawing = tenYears(person, on, countryName);
      return drawing === null ? [] : [{ person, drawing }];
    });
}

/** Ten years of each adult on a line, what is missing or there twice, and the way to the form that mends it. */
export function TenYearsCard({ view }: { view: FactsView }) {
  const people = drawn(view);
  if (people.length === 0) return null;
  const count = people.reduce((sum, { drawing }) => sum + drawing.findings.length, 0);
  return (
    <Card labelledBy="ten-years" className="print:break-inside-avoid">
      <CardHeader
        id="ten-years"
        title="Ten years to account for"
        detail={count === 0 ? "no gap, no overlap" : formatCount(count, "question")}
      />
      <CardBody>
        <div className="flex flex-col gap-6">
          {people.map(({ person, drawing }) => (
            <PersonYears key={person.id} view={view} name={personName(person)} drawing={drawing} />
          ))}
        </div>
      </CardBody>
    </Card>
  );
}

function PersonYears({ view, name, drawing }: { view: FactsView; name: string; drawing: TenYears }) {
  return (
    <section aria-label={`Ten years of ${name}`}>
      <h3 className="mb-2 text-sm font-semibold">
        {name}
        <span className="ml-2 font-normal text-ink-2">{formatDateRange(drawing.from, drawing.to)}</span>
      </h3>
      <TenYearsChart drawing={drawing} name={name} />
      {drawing.findings.length === 0 ? (
        <p className="mt-2 flex items-center gap-1.5 text-sm text-ink-2">
          <StatusIcon tone="ok" size={14} />
          Every day is accounted for.
        </p>
      ) : (
        <FindingList view={view} drawing={drawing} />
      )}
      <EntryList drawing={drawing} />
    </section>
  );
}

function FindingList({ view, drawing }: { view: FactsView; drawing: TenYears }) {
  const { links, canEdit } = view;
  return (
    <ol className="mt-3 space-y-1.5 text-sm">
      {drawing.findings.map((finding) => (
        <li key={finding.mark} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
          <span className="min-w-0 flex-1 basis-60">
            <span
              className={`mr-2 inline-grid size-5 place-items-center rounded-full text-xs font-[650] text-paper tabular-nums ${finding.entries.length === 0 ? "bg-late" : "bg-ink"}`}
            >
              {finding.mark}
            </span>
            {findingWords(finding)}
          </span>
          {canEdit && (
            <span className="flex flex-wrap gap-x-3 print:hidden">
              {findingLinks(finding, drawing.personId, links).map(({ label, href }) => (
                <Link key={label} href={href} scroll={false} className="text-link">
                  {label}
                </Link>
              ))}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

const LANE_WORDS: Readonly<Record<LaneKind, string>> = { address: "Lived", work: "Worked", study: "Studied" };

/** The drawing in words, folded: every entry with its days. */
function EntryList({ drawing }: { drawing: TenYears }) {
  return (
    <details className="mt-2 text-sm">
      <summary className="w-fit rounded-sm py-1 text-ink-2 hover:underline">As a list</summary>
      <dl className="space-y-2 pt-1">
        {drawing.lanes.map(({ kind, bars }) => (
          <div key={kind}>
            <dt className="text-ink-2">{LANE_WORDS[kind]}</dt>
            {bars.length === 0 && <dd>Nothing entered</dd>}
            {bars.map(({ id, label, from, to }) => (
              <dd key={id}>
                {label}, {formatDateRange(from, to)}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </details>
  );
}
