import Link from "next/link";
import { Card, CardHeader } from "@/components/ui/card";
import { StatusIcon } from "@/components/ui/status-icon";
import type { ComparedKind, DocumentFlag } from "@/lib/checklist/review/types";
import { SettleFlag } from "./settle-flag";

/** As the forms of facts are named in addresses. */
type FactForm = "person" | "job" | "test" | "credential";

const FORMS: Readonly<Record<ComparedKind, FactForm>> = {
  person: "person",
  job: "job",
  language_test: "test",
  credential: "credential",
};

/** Fields that show several columns are corrected at the first of them. */
const FIRST_FIELDS: Readonly<Record<string, string>> = {
  name: "givenName",
  scores: "listening",
  dates: "fromDate",
};

interface ContradictionsCardProps {
  flags: readonly DocumentFlag[];
  /** Where a fact is corrected. */
  links: { edit: (form: FactForm, id: string, field?: string) => string };
  canEdit: boolean;
}

/** Where a document says something else than the file: correct the fact, or say why both may stand. */
export function ContradictionsCard({ flags, links, canEdit }: ContradictionsCardProps) {
  if (flags.length === 0) return null;
  return (
    <Card labelledBy="contradictions" className="mb-4">
      <CardHeader id="contradictions" title="Documents say otherwise" count={flags.length} />
      <ul>
        {flags.map((flag) => (
          <li key={flag.id} className="flex gap-2 border-t border-line px-4 py-2.5 text-sm">
            <StatusIcon tone="watch" size={16} className="mt-0.5" />
            <div className="min-w-0 flex-1">
              <p className="wrap-anywhere">
                <b className="font-semibold">{flag.label}</b>: the file says “{flag.factSays}”,{" "}
                <Link href={`/review/${flag.requirementId}`} prefetch={false} className="text-link">
                  {flag.lineTitle}
                </Link>{" "}
                says “{flag.documentSays}”. Seen by {flag.by}.
              </p>
              {canEdit && (
                <p className="mt-1 flex flex-wrap items-center gap-x-3">
                  <Link
                    href={links.edit(FORMS[flag.kind], flag.factId, FIRST_FIELDS[flag.field] ?? flag.field)}
                    prefetch={false}
                    className="text-link"
                  >
                    Correct the fact
                  </Link>
                  <SettleFlag flag={flag} />
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
