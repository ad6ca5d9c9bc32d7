import Link from "next/link";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { StatusIcon } from "@/components/ui/status-icon";
import { formatCount } from "@/lib/format/quantities";
import type { FormEntry, FormField, FormSection, Mend } from "@/lib/people/forms-sheet/types";

/** Where a value is put right; null: it cannot be from here. */
export type MendHref = (mend: Mend) => string | null;

function Value({ field: { label, value }, about }: { field: FormField; about: string }) {
  return (
    <div className="min-w-0 border-b border-line py-1.5 print:break-inside-avoid">
      <dt className="text-xs text-ink-2">{label}</dt>
      <dd className="flex min-h-7 items-center gap-1 font-medium print:min-h-0">
        <span className="min-w-0 wrap-anywhere select-all">
          {value ?? <span className="font-normal text-watch">not in the facts</span>}
        </span>
        {value !== null && <CopyButton value={value} label={about === "" ? label : `${label}, ${about}`} />}
      </dd>
    </div>
  );
}

function MendLink({ mend, href, words }: { mend: Mend | null; href: MendHref; words: string }) {
  const to = mend && href(mend);
  if (to === null) return null;
  return (
    <Link prefetch={false} href={to} className="text-sm text-link print:hidden">
      {words}
    </Link>
  );
}

/** What tells one row of a section from the others, for the names of its buttons. */
function aboutEntry({ fields, gap }: FormEntry, count: number): string {
  if (count < 2 || gap !== null) return "";
  const first = fields.find(({ label, value }) => value !== null && !/^(?:From|To)$/.test(label));
  return first?.value ?? "";
}

function GapRow({ entry: { gap, fields, mend }, href }: { entry: FormEntry; href: MendHref }) {
  const [from, to] = fields.map(({ value }) => value ?? "");
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg bg-watch-soft px-3 py-2 text-sm">
      <StatusIcon tone="watch" label="Gap" />
      <span>
        <b className="font-semibold">
          {from} to {to}
        </b>{" "}
        {gap?.words}, {formatCount(gap?.days ?? 0, "day")}
      </span>
      <MendLink mend={mend} href={href} words="Fill the gap" />
    </div>
  );
}

/** One screen of the application: its rows with each value to copy, and the gaps where they are. */
export function FormSectionCard({ section, href }: { section: FormSection; href: MendHref }) {
  const { id, title, asks, entries, none } = section;
  return (
    <Card labelledBy={`form-${id}`} className="print:break-inside-auto print:border-0">
      <CardHeader id={`form-${id}`} title={title} detail={asks} />
      <CardBody>
        {entries.length === 0 && (
          <p className="text-sm text-ink-2">
            {none.words} <MendLink mend={none.mend} href={href} words="Enter it" />
          </p>
        )}
        <ol className="grid gap-4">
          {entries.map((entry) => (
            <li key={entry.key} className="print:break-inside-avoid">
              {entry.gap !== null ? (
                <GapRow entry={entry} href={href} />
              ) : (
                <>
                  <dl className="grid grid-cols-[repeat(auto-fill,minmax(14rem,1fr))] gap-x-6 print:grid-cols-3">
                    {entry.fields.map((field) => (
                      <Value key={field.label} field={field} about={aboutEntry(entry, entries.length)} />
                    ))}
                  </dl>
                  <MendLink mend={entry.mend} href={href} words="Change" />
                </>
              )}
            </li>
          ))}
        </ol>
      </CardBody>
    </Card>
  );
}
