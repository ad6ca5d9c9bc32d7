import type { ReactNode } from "react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateText, InstantText } from "@/components/ui/date-text";
import { DefinitionList, type Definition } from "@/components/ui/definition-list";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { KIND_LABELS } from "@/lib/rules/rules";
import type { RuleVersion } from "@/lib/rules/types";
import { SourceText } from "./source-text";
import { StateBadge } from "./state-badge";
import { confidenceWords } from "./version-words";

function byWhom(term: string, act: RuleVersion["entered"], timeZone: string): Definition[] {
  if (!act) return [];
  return [
    {
      term,
      value: (
        <>
          {act.by}, <InstantText instant={act.at} zone={timeZone} />
        </>
      ),
    },
  ];
}

function Days({ version }: { version: RuleVersion }) {
  return (
    <>
      <DateText date={version.effectiveFrom} />
      {/* IRPR 303(1.1): fees change at nine in the morning, not at midnight. */}
      {version.kind === "fees" && ", 09:00 Eastern time,"}
      {version.effectiveTo === null ? (
        version.status === "active" && " until further notice"
      ) : (
        <>
          {" to "}
          <DateText date={version.effectiveTo} />
        </>
      )}
    </>
  );
}

function definitionsOf(version: RuleVersion, timeZone: string): Definition[] {
  const { confidence, note } = version;
  return [
    { term: "Kind", value: KIND_LABELS[version.kind].title },
    { term: version.status === "draft" ? "Would hold from" : "Holds", value: <Days version={version} /> },
    { term: "Source", value: <SourceText source={version.source} /> },
    ...(confidence === null ? [] : [{ term: "Confidence", value: confidenceWords(confidence) }]),
    ...(version.origin === "shipped" ? [{ term: "Entered", value: "Shipped with Landfall" }] : []),
    ...byWhom("Entered", version.entered, timeZone),
    ...byWhom("Activated", version.activated, timeZone),
    ...byWhom("Retired", version.retired, timeZone),
    ...(note === null ? [] : [{ term: "Note", value: <span className="whitespace-pre-line">{note}</span> }]),
  ];
}

interface VersionCardProps {
  version: RuleVersion;
  today: IsoDate;
  timeZone: string;
  actions?: ReactNode;
}

/** What a version is: its days, its source, who entered it, and what may be done with it. */
export function VersionCard({ version, today, timeZone, actions }: VersionCardProps) {
  return (
    <Card labelledBy="version">
      <CardHeader id="version" title={version.key} detail={<StateBadge version={version} today={today} />} />
      <CardBody>
        <DefinitionList items={definitionsOf(version, timeZone)} />
        {actions !== undefined && (
          <div className="mt-4 flex flex-wrap items-center gap-2 print:hidden">{actions}</div>
        )}
      </CardBody>
    </Card>
  );
}
