import { ActionForm } from "@/components/forms/action-form";
import { FormActions, FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { UnsavedGuard } from "@/components/forms/unsaved-guard";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { changeDraftAction } from "@/lib/rules/actions";
import type { PlainFault, RuleVersionPage, SheetTable } from "@/lib/rules/types";
import { FigureField } from "./figure-field";
import { HeadFields } from "./head-fields";
import { SheetGroups } from "./sheet-groups";

type Faults = ReadonlyMap<string, string>;

function TableFields({ table, faults }: { table: SheetTable; faults: Faults }) {
  const id = `table-${table.id}`;
  return (
    <Card labelledBy={id} className="break-inside-avoid">
      <CardHeader id={id} title={table.title} level={3} />
      <div className="overflow-x-auto">
        <table className="w-full text-left">
          <caption className="sr-only">{table.title}</caption>
          <thead>
            <tr className="text-xs text-ink-3">
              <th scope="col" className="px-4 pt-2 font-semibold">
                {table.of}
              </th>
              {table.columns.map((column) => (
                <th key={column} scope="col" className="px-2 pt-2 font-semibold last:pr-4">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.label} className="align-top">
                <th scope="row" className="px-4 py-2.5 text-sm font-normal">
                  {row.label}
                </th>
                {row.cells.map((cell, index) => (
                  <td key={table.columns[index]} className="px-2 py-1 last:pr-4">
                    {cell && (
                      <FigureField
                        cell={cell}
                        label={`${table.title}, ${row.label}, ${table.columns[index] ?? ""}`}
                        error={faults.get(cell.path)}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

/** The factor that only newer rulesets have: with the same save, so that nothing typed is lost. */
function HighWagePart({ present }: { present: boolean }) {
  return (
    <SubmitButton
      variant="default"
      name="part"
      value={present ? "remove_high_wage" : "add_high_wage"}
      pendingLabel="Saving…"
    >
      {present ? "Save without high-wage occupations" : "Save and add high-wage occupations"}
    </SubmitButton>
  );
}

function messagesOf(faults: readonly PlainFault[]): Faults {
  return new Map(faults.map(({ path, message }) => [path, `This ${message}.`]));
}

/** A draft with a field for each figure. What is saved may still not add up; then it says so at the figure. */
export function SheetForm({
  page: { version, sheet, faults, highWage },
}: {
  page: Pick<RuleVersionPage, "version" | "sheet" | "faults" | "highWage">;
}) {
  const messages = messagesOf(faults);
  return (
    <ActionForm
      action={changeDraftAction}
      hidden={{ id: version.id, version: version.version }}
      successMessage="Saved"
      label={`Draft ${version.key}`}
    >
      <UnsavedGuard />
      <Card>
        <CardBody>
          <FormStack>
            <HeadFields
              name={version.key}
              effectiveFrom={version.effectiveFrom}
              source={version.source}
              note={version.note}
            />
          </FormStack>
        </CardBody>
      </Card>
      <SheetGroups sheet={sheet}>
        {(table) => <TableFields key={table.id} table={table} faults={messages} />}
      </SheetGroups>
      <div className="sticky bottom-0 z-10 -mx-4 border-t border-line bg-paper px-4 pb-3">
        <FormActions>
          <SubmitButton pendingLabel="Saving…">Save the draft</SubmitButton>
          {highWage !== null && <HighWagePart present={highWage} />}
        </FormActions>
      </div>
    </ActionForm>
  );
}
