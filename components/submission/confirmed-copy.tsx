import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { ChangeList } from "@/components/ui/change-list";
import { Notice } from "@/components/ui/notice";
import { ReadingSheet } from "@/components/ui/reading-sheet";
import { formatDate, formatDateTime } from "@/lib/format/dates";
import type { Approval } from "@/lib/submission/sheet/types";

const CHANGE_WORDS = {
  ...{ changed: "Changed", added: "New", removed: "Gone" },
  before: (text: string) => `Before: ${text}`,
  now: (text: string) => `Now: ${text}`,
};

/** `French` for `fr`. */
const languageName = (locale: string) =>
  new Intl.DisplayNames(["en"], { type: "language", fallback: "code" }).of(locale) ?? locale;

function Standing({ approval }: { approval: Approval }) {
  if (approval.holds) return <Badge tone="ok">Stands for the facts as they are</Badge>;
  return <Badge tone="watch">{approval.withdrawn ? "Taken back" : "No longer counts"}</Badge>;
}

/** One confirmation of the client: the text exactly as it was read, and what is different now. */
export function ConfirmedCopy({ approval, timeZone }: { approval: Approval; timeZone: string }) {
  const { id, at, byName, sheet, sha256, intact, factsVersion, changes, holds } = approval;
  return (
    <Card labelledBy={`copy-${id}`}>
      <CardHeader
        id={`copy-${id}`}
        title={`Confirmed ${formatDateTime(at, timeZone, { nameZone: true })}`}
        detail={byName ?? undefined}
        actions={<Standing approval={approval} />}
      />
      <CardBody>
        {!intact && (
          <Notice tone="late" title="This text is not the one that was confirmed" className="mb-3">
            Its hash does not match the one kept with it. Tell an administrator.
          </Notice>
        )}
        {!holds && changes.length > 0 && (
          <Notice tone="watch" title="What is different now" className="mb-3">
            <ChangeList changes={changes} words={CHANGE_WORDS} />
          </Notice>
        )}
        <p className="mb-3 text-sm break-all text-ink-2">
          Version {factsVersion} of the facts
          {sheet &&
            `; written for ${formatDate(sheet.on)} under ${sheet.rulesetId}, in ${languageName(sheet.locale)}`}
          {sha256 && `; SHA-256 ${sha256}`}
        </p>
        {sheet === null ? (
          <p className="text-ink-2">Of an older release, which kept the facts and not the words.</p>
        ) : (
          <details open={holds}>
            <summary className="min-h-6 cursor-pointer text-link">The text as it was read</summary>
            <div className="mt-3 max-w-3xl">
              <ReadingSheet groups={sheet.groups} lang={sheet.locale} name={`sheet-${id}`} level={3} />
            </div>
          </details>
        )}
      </CardBody>
    </Card>
  );
}
