import "server-only";
import { audited } from "@/lib/audit/events";
import { isStaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { forbidden } from "@/lib/errors/app-error";
import { csvText } from "@/lib/format/csv";
import { can } from "@/lib/policy/can";
import { listCasesForExport } from "../list/queries";
import { readListState } from "../list/rules";
import { STAGE_LABELS } from "../rules";
import { exportCasesInput } from "../schemas";

const HEAD = [
  "File",
  "Client",
  "Stage",
  "Consultant",
  "Program",
  "CRS",
  "Next date",
  "Accepted",
  "Required",
  "Updated",
];

/** The cases list as CSV: a command, because who took how much out of the firm belongs into the log. */
export const exportCases = defineCommand({
  name: "case.export",
  input: exportCasesInput,
  load: async (_ctx, input) => readListState(Object.fromEntries(paramsOf(input.query))),
  authorise: (actor) => can(actor, "case.export"),
  async execute(ctx, state) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff export the list.");
    const rows = await listCasesForExport(ctx, state);
    const csv = csvText(
      HEAD,
      rows.map((row) => [
        row.number,
        row.displayName,
        STAGE_LABELS[row.stage],
        row.ownerName,
        row.program,
        row.crsScore,
        row.nextDeadline?.on ?? null,
        row.acceptedCount,
        row.requiredCount,
        row.updatedOn,
      ]),
    );
    return audited(
      { csv, rows: rows.length },
      { event: "case.exported", object: { kind: "list", id: null }, detail: { rows: rows.length } },
    );
  },
});

/** The address's query, each name with its values. */
function paramsOf(query: string): [string, string[]][] {
  const search = new URLSearchParams(query);
  return [...new Set(search.keys())].map((key) => [key, search.getAll(key)]);
}
