import { Download, Eye } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button-class";
import { Card, CardHeader } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
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

interface DocumentCardProps {
  document: DocumentLine;
  page: CaseDocuments;
}

function DocumentCard({ document, page }: DocumentCardProps) {
  const { allowed, number, timeZone } = page;
  const head = `document-${document.documentId}`;
  const review = document.requirementId === null ? null : `/review/${document.requirementId}?case=${number}`;
  return (
    <Card labelledBy={head}>
      <CardHeader
        id={head}
        title={document.title}
        count={formatCount(document.versions.length, "version")}
        actions={
          review !== null && allowed.review ? (
            <a href={review} className={buttonClass({ variant: "quiet", size: "sm" })}>
              <Eye aria-hidden />
              Look at it
            </a>
          ) : undefined
        }
      />
      <Table caption={`Versions of ${document.title}, newest first`}>
        <thead>
          <tr>
            <HeadCell>Version</HeadCell>
            <HeadCell>State</HeadCell>
            <HeadCell>Sent</HeadCell>
            <HeadCell align="right">Size</HeadCell>
            <HeadCell>SHA-256</HeadCell>
            <HeadCell>Opened by</HeadCell>
            <HeadCell>
              <span className="sr-only">Download</span>
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {document.versions.map((version) => (
            <Row key={version.id}>
              <RowHead className="whitespace-normal">
                <span className="mr-2 tabular-nums">{version.number}</span>
                <span className="font-normal break-all text-ink-2">{version.fileName}</span>
                {version.returnReason !== null && (
                  <span className="mt-0.5 block text-sm font-normal text-ink-2">
                    “{version.returnReason}”
                  </span>
                )}
              </RowHead>
              <Cell>
                <VersionState version={version} />
                {version.reviewedBy !== null && version.reviewedAt !== null && (
                  <span className="block text-xs text-ink-3">
                    {version.reviewedBy}, <InstantText instant={version.reviewedAt} zone={timeZone} />
                  </span>
                )}
              </Cell>
              <Cell>
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
              <Cell wrap className="min-w-40 text-sm">
                <Openings version={version} timeZone={timeZone} />
              </Cell>
              <Cell align="right">
                {allowed.open && (
                  <a
                    href={`/api/documents/${version.id}`}
                    download
                    className={buttonClass({ variant: "quiet", size: "sm" })}
                  >
                    <Download aria-hidden />
                    Download
                    <span className="sr-only">
                      {" "}
                      {document.title}, version {version.number}
                    </span>
                  </a>
                )}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

/** Every document of a case with every version: who sent it, what was decided, who has seen it. */
export function DocumentList({ page }: { page: CaseDocuments }) {
  return (
    <div className="flex flex-col gap-4">
      {page.documents.map((document) => (
        <DocumentCard key={document.documentId} {...{ document, page }} />
      ))}
    </div>
  );
}
