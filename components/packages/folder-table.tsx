import { Card, CardHeader } from "@/components/ui/card";
import { Badge } from "@/components/ui/badge";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import { formatBytes, formatCount } from "@/lib/format/quantities";
import type { PackageView, SlotView } from "@/lib/packages/types";
import { slotTone } from "./package-words";

function sourceWords(slot: SlotView, view: PackageView): string {
  const used = new Set(
    [...slot.pages, ...(slot.pages.length === 0 ? slot.sources : [])].map((one) => one.versionId),
  );
  return view.slots
    .flatMap(({ sources }) => sources)
    .filter(({ versionId }) => used.has(versionId))
    .map(({ title, number }) => `${title}, version ${number}`)
    .join("; ");
}

const PROBLEM = { late: "Wrong", watch: "Look at it" } as const;

function FileRow({ slot, view }: { slot: SlotView; view: PackageView }) {
  const { file } = slot;
  if (file === null) return null;
  const tone = slotTone(slot);
  return (
    <Row>
      <RowHead>
        <span className="font-mono text-sm font-medium wrap-anywhere whitespace-normal">{file.fileName}</span>
        {(tone === "late" || tone === "watch") && (
          <span className="mt-0.5 flex items-start gap-1.5 font-normal whitespace-normal">
            <Badge tone={tone}>{PROBLEM[tone]}</Badge>
            <span className="text-sm">{slot.problems.map(({ words }) => words).join("; ")}</span>
          </span>
        )}
      </RowHead>
      <Cell align="right">{file.pageCount}</Cell>
      <Cell align="right">{formatBytes(file.size)}</Cell>
      <Cell>
        <code className="text-xs text-ink-2" title={file.sha256}>
          {file.sha256.slice(0, 12)}
        </code>
      </Cell>
      <Cell wrap className="text-sm text-ink-2">
        {slot.generated && slot.sources.length === 0 ? "Made from the file" : sourceWords(slot, view)}
      </Cell>
    </Row>
  );
}

/** The package as a folder: every file with its pages, size, hash and what it is made of. */
export function FolderTable({ view }: { view: PackageView }) {
  const files = view.slots.filter(({ file }) => file !== null);
  return (
    <Card labelledBy="folder">
      <CardHeader
        id="folder"
        title="Folder"
        count={formatCount(files.length, "file")}
        detail={formatBytes(view.totalBytes)}
      />
      <Table caption="Files of the package" className="min-w-200 table-fixed">
        <thead>
          <tr>
            <HeadCell>File</HeadCell>
            <HeadCell align="right" className="w-20">
              Pages
            </HeadCell>
            <HeadCell align="right" className="w-24">
              Size
            </HeadCell>
            <HeadCell className="w-32">SHA-256</HeadCell>
            <HeadCell className="w-60">Made of</HeadCell>
          </tr>
        </thead>
        <tbody>
          {files.map((slot) => (
            <FileRow key={slot.id} slot={slot} view={view} />
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
