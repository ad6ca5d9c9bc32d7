import { Download, Eye } from "lucide-react";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button-class";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { Cell, GroupRow, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import type { Tone } from "@/components/ui/tone";
import type { CaseDocuments, DocumentLine, VersionLine } from "@/lib/documents/types";
import { formatBytes, formatCount } from "@/lib/format/quantities";

const STATES: Readonly<Record<VersionLine["state"], { tone: Tone; label: string }>> = {
  received: { tone: "info", label: "Received" },
  in_review: { tone: "info", label: "In review" },
  accepted: { tone: "ok", label: "Accepted" },
  returned: { tone: "watch", label: "Returned" },
};

function VersionState({ version }: { version: VersionLine }) {
  const { tone, label } = STATES[version.state];
  const undecided = version.state === "received" || version.state === "in_review";
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      {version.replaced && undecided ? (
        <Badge icon={null}>Replaced</Badge>
      ) : (
        <Badge tone={tone}>{label}</Badge>
      )}
      {version.flagged && <Badge tone="watch">Download only</Badge>}
    </span>
  );
}

const HOW: Readonly<Record<string, string>> = {
  view: "viewed",
  download: "downloaded",
  range: "read in part",
};

/** How many names are written out before the rest is counted. */
const NAMED = 3;

function Openings({ version, timeZone }: { version: VersionLine; timeZone: string }) {
  const { openings } = version;
  if (openings.length === 0) return <span className="text-ink-3">Nobody yet</span>;
  const names = [...new Set(openings.map(({ by }) => by))];
  const more = names.length - NAMED;
  return (
    <details>
      <summary className="cursor-pointer">
        {names.slice(0, NAMED).join(", ")}
        {more > 0 && ` and ${more} more`}
        <span className="text-ink-3"> · {formatCount(openings.length, "time")}</span>
      </summary>
      <ul className="mt-1 text-xs text-ink-2">
        {openings.map(({ at, by, how }, index) => (
          <li key={`${at.getTime()}-${index}`}>
            {by}, {HOW[how] ?? how}, <InstantText instant={at} zone={timeZone} />
          </li>
        ))}
      </ul>
    </details>
  );
}

const COLUMNS = 7;

interface RowsProps {
  document: DocumentLine;
  page: CaseDocuments;
}

function VersionRow({ version, document, page }: RowsProps & { version: VersionLine }) {
  const { timeZone } = page;
  return (
    <Row>
      <RowHead>
        <span className="flex gap-2 whitespace-normal">
          <span className="tabular-nums">{version.number}</span>
          <span className="min-w-0 font-normal wrap-anywhere text-ink-2">
            {version.fileName}
            {version.withMessage && (
              <Link
                prefetch={false}
                href={`/cases/${page.number}/messages?file=${version.id}`}
                className="mt-0.5 block text-sm text-link"
              >
                Came with a message
              </Link>
            )}
            {version.returnReason !== null && (
              <span className="mt-0.5 block text-sm">“{version.returnReason}”</span>
            )}
          </span>
        </span>
      </RowHead>
      <Cell wrap>
        <VersionState version={version} />
        {version.reviewedBy !== null && version.reviewedAt !== null && (
          <span className="block text-xs text-ink-3">
            {version.reviewedBy}, <InstantText instant={version.reviewedAt} zone={timeZone} />
          </span>
        )}
      </Cell>
      <Cell wrap>
        {version.uploadedBy}
        <span className="block text-xs text-ink-3">
          <InstantText instant={version.uploadedAt} zone={timeZone} />
        </span>
      </Cell>
      <Cell align="right">{formatBytes(version.size)}</Cell>
      <Cell>
        <code className="text-xs text-ink-2" title={version.sha256}>
          {version.sha256.slice(0, 12)}
        </code>
      </Cell>
      <Cell wrap className="text-sm">
        <Openings version={version} timeZone={timeZone} />
      </Cell>
      <Cell align="right">
        {page.allowed.open && (
          <a
            href={`/api/documents/${version.id}`}
            download
            aria-label={`Download ${document.title}, version ${version.number}`}
            title="Download"
            className={buttonClass({ variant: "quiet", size: "sm", square: true })}
          >
            <Download aria-hidden />
          </a>
        )}
      </Cell>
    </Row>
  );
}

function DocumentRows({ document, page }: RowsProps) {
  const { requirementId, personName, title, versions } = document;
  const review = requirementId !== null && page.allowed.review;
  return (
    <tbody>
      <GroupRow
        columns={COLUMNS}
        title={title}
        detail={[personName, formatCount(versions.length, "version")].filter(Boolean).join(", ")}
        aside={
          review ? (
            <Button
              href={`/review/${requirementId}?case=${page.number}`}
              variant="quiet"
              size="sm"
              icon={<Eye aria-hidden />}
              aria-label={`Look at ${title}`}
            >
              Look at it
            </Button>
          ) : undefined
        }
      />
      {versions.map((version) => (
        <VersionRow key={version.id} {...{ version, document, page }} />
      ))}
    </tbody>
  );
}

/** Every document of a case with every version: who sent it, what was decided, who has seen it. */
export function DocumentList({ page }: { page: CaseDocuments }) {
  return (
    <Card>
      <Table caption="Documents and their versions, newest version first" className="min-w-240 table-fixed">
        <thead>
          <tr>
            <HeadCell>Version</HeadCell>
            <HeadCell className="w-54">State</HeadCell>
            <HeadCell className="w-40">Sent</HeadCell>
            <HeadCell align="right" className="w-20">
              Size
            </HeadCell>
            <HeadCell className="w-30">SHA-256</HeadCell>
            <HeadCell className="w-50">Opened by</HeadCell>
            <HeadCell className="w-14">
              <span className="sr-only">Download</span>
            </HeadCell>
          </tr>
        </thead>
        {page.documents.map((document) => (
          <DocumentRows key={document.documentId} {...{ document, page }} />
        ))}
      </Table>
    </Card>
  );
}
