import { Card, CardHeader } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import type { SheetCell, SheetTable } from "@/lib/rules/types";
import { SheetGroups } from "./sheet-groups";
import { cellWords, listChanges } from "./version-words";

/** A list of occupation codes, with those that came and went against the version before. */
function CodeList({ codes, before }: { codes: readonly string[]; before: SheetCell["before"] }) {
  const changes = Array.isArray(before) ? listChanges(codes, before as string[]) : null;
  return (
    <details>
      <summary className="cursor-pointer py-1 text-sm">
        {codes.length} {codes.length === 1 ? "code" : "codes"}
        {changes && ` (${changes.added.length} new, ${changes.removed.length} gone)`}
      </summary>
      <p className="max-w-prose text-left text-sm break-words text-ink-2">{codes.join(" ")}</p>
      {changes && changes.added.length > 0 && (
        <p className="text-left text-sm">New: {changes.added.join(" ")}</p>
      )}
      {changes && changes.removed.length > 0 && (
        <p className="text-left text-sm">Gone: {changes.removed.join(" ")}</p>
      )}
    </details>
  );
}

function Before({ cell }: { cell: SheetCell }) {
  if (cell.before === undefined) return null;
  return (
    <span className="ml-2 text-sm font-normal text-watch">
      {cell.before === null ? "new" : `was ${cellWords(cell.before, cell)}`}
    </span>
  );
}

function Figure({ cell }: { cell: SheetCell | null }) {
  if (!cell) return <span className="sr-only">none</span>;
  if (Array.isArray(cell.value) && !cell.options) {
    return <CodeList codes={cell.value as string[]} before={cell.before} />;
  }
  return (
    <>
      {cellWords(cell.value, cell)}
      <Before cell={cell} />
    </>
  );
}

function differs(cell: SheetCell | null): boolean {
  return cell?.before !== undefined;
}

function TableCard({ table }: { table: SheetTable }) {
  const id = `table-${table.id}`;
  return (
    <Card labelledBy={id} className="break-inside-avoid">
      <CardHeader id={id} title={table.title} level={3} />
      <Table caption={table.title}>
        <thead>
          <tr>
            <HeadCell>{table.of}</HeadCell>
            {table.columns.map((column) => (
              <HeadCell key={column} align="right">
                {column}
              </HeadCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <Row key={row.label}>
              <RowHead className="font-normal! whitespace-normal!">{row.label}</RowHead>
              {row.cells.map((cell, index) => (
                <Cell
                  key={table.columns[index]}
                  align="right"
                  wrap={Array.isArray(cell?.value)}
                  className={classNames(differs(cell) && "bg-watch-soft font-semibold")}
                >
                  <Figure cell={cell} />
                </Cell>
              ))}
            </Row>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

/** Every figure of a version as tables, with what it says otherwise than the version before. */
export function SheetView({ sheet }: { sheet: readonly SheetTable[] }) {
  return <SheetGroups sheet={sheet}>{(table) => <TableCard key={table.id} table={table} />}</SheetGroups>;
}
