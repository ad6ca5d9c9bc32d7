import { ExternalLink } from "lucide-react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DefinitionList, type Definition } from "@/components/ui/definition-list";
import { formatDate } from "@/lib/format/dates";
import { ROUND_PROGRAM_LABELS } from "@/lib/draws/rules";
import { provinceName, STUDY_LABELS } from "@/lib/nominations/catalogue/rules";
import type { StreamDto, StreamPage } from "@/lib/nominations/types";
import { StreamBadge } from "./catalogue-table";

function workWords({ workMonths, workYears }: StreamDto): string {
  const least = workMonths === null ? "Any work in one of them" : `${workMonths} months`;
  return workYears === null ? least : `${least}, in the last ${workYears} years`;
}

function Occupations({ occupations }: { occupations: readonly string[] }) {
  const [first, ...rest] = occupations;
  if (rest.length === 0) return <>{first}</>;
  return (
    <details>
      <summary className="cursor-pointer">{occupations.length} occupations</summary>
      <ul className="mt-1">
        {occupations.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </details>
  );
}

function termsOf({ stream, occupations }: StreamPage): Definition[] {
  const { category, study, minCrs, minLevel, opensOn, closesOn, notes, link } = stream;
  const items: (Definition | false)[] = [
    { term: "Province", value: provinceName(stream.province) },
    occupations.length > 0 && {
      term: "Occupations",
      value: <Occupations occupations={occupations} />,
    },
    occupations.length > 0 && { term: "Work", value: workWords(stream) },
    category !== null && { term: "Category", value: ROUND_PROGRAM_LABELS[category] },
    study !== null && { term: "Study", value: STUDY_LABELS[study] },
    minCrs !== null && { term: "CRS", value: `${minCrs} or more` },
    minLevel !== null && { term: "Language", value: `CLB or NCLC ${minLevel} in all four abilities` },
    opensOn !== null && { term: "Opens", value: formatDate(opensOn) },
    closesOn !== null && { term: "Closes", value: formatDate(closesOn) },
    notes !== null && { term: "Notes", value: <span className="whitespace-pre-line">{notes}</span> },
    link !== null && {
      term: "Page",
      value: (
        <a href={link} rel="noreferrer" target="_blank" className="break-all text-link">
          {link} <ExternalLink size={14} aria-hidden className="inline" />
          <span className="sr-only">(opens in a new tab)</span>
        </a>
      ),
    },
    { term: "As of", value: `${formatDate(stream.asOf)}, ${stream.source}` },
  ];
  return items.filter((item) => item !== false);
}

/** A stream as the firm entered it. */
export function StreamFacts({ page }: { page: StreamPage }) {
  return (
    <Card labelledBy="terms">
      <CardHeader id="terms" title="Whom it targets" actions={<StreamBadge state={page.state} />} />
      <CardBody className="space-y-3">
        <DefinitionList items={termsOf(page)} />
        <p className="text-sm text-ink-2">
          This is the firm’s own reading of {formatDate(page.stream.asOf)}. Provinces change their streams
          without notice: check the province’s page before you advise on it.
        </p>
      </CardBody>
    </Card>
  );
}
