import "server-only";
import type { z } from "zod";
import { audited, type AuditEntry } from "@/lib/audit/events";
import { stepCase } from "@/lib/cases/commands/step-case";
import { getCaseForUpdate, getFirmDay } from "@/lib/cases/queries";
import type { LockedCase } from "@/lib/cases/types";
import { writeByHand } from "@/lib/checklist/commands/write-by-hand";
import type { StaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { can } from "@/lib/policy/can";
import { decisionFaults } from "../faults/rules";
import { decideInput } from "../schemas";
import type { ApplicationDto } from "../types";
import { endLetters } from "./end-letters";
import { setCourtClock } from "./process-clocks";
import {
  asStaff,
  assertPaper,
  changeApplication,
  getApplicationFor,
  recordStep,
  refuse,
} from "./record-step";
import { writeLetter } from "./write-letter";

type Decided = z.output<typeof decideInput>;
type Entries = [AuditEntry, ...AuditEntry[]];

/** IRPR 303: the fee is paid before anybody becomes a permanent resident; unpaid, the client is asked for it. */
async function askForFee(ctx: StaffContext, file: LockedCase): Promise<AuditEntry> {
  const { entry } = await writeByHand(ctx, file, {
    ...{ title: "Right of permanent residence fee, receipt", state: "requested", requestedAt: ctx.now },
    reason: "The application is approved and the fee is not paid yet (IRPR 303).",
  });
  return entry;
}

async function approve(ctx: StaffContext, file: LockedCase, current: ApplicationDto, input: Decided) {
  const { on, approvedBy, rprfPaid, documentId } = input;
  await changeApplication(ctx, current, { decision: "approved", decidedOn: on, approvedBy, rprfPaid });
  await endLetters(ctx, file, current.id, "met");
  const entries: Entries = [
    await recordStep(
      ...([ctx, file, current.id] as const),
      { kind: "approved", happenedOn: on, documentId },
      { event: "application.approved", detail: { by: approvedBy } },
    ),
    await stepCase(ctx, file, "APPROVED", { happenedOn: on, documentId }),
  ];
  if (!rprfPaid) entries.push(await askForFee(ctx, file));
  if (approvedBy !== "passport") return entries;
  const asks = "The passport of everybody who gets a visa";
  const letter = await writeLetter(ctx, file, current.id, {
    ...{ kind: "passport_request", letterOn: on, namedOn: null, track: null, asks, items: [], documentId },
  });
  return [...entries, ...letter.entries] satisfies Entries;
}

async function refuseApplication(
  ctx: StaffContext,
  file: LockedCase,
  current: ApplicationDto,
  { on, toldInCanada, reasons, documentId }: Decided,
) {
  await changeApplication(ctx, current, {
    ...{ decision: "refused", decidedOn: on, toldInCanada, challenge: null, challengedOn: null },
  });
  await endLetters(ctx, file, current.id, "met");
  const court = { startDate: on, documentId, inCanada: toldInCanada };
  return [
    await recordStep(
      ...([ctx, file, current.id] as const),
      { kind: "refused", happenedOn: on, note: reasons, documentId },
      { event: "application.refused" },
    ),
    await stepCase(ctx, file, "REFUSED", { happenedOn: on, documentId }),
    await setCourtClock(ctx, file, current.id, court),
  ] satisfies Entries;
}

/** IRCC's decision: approved, by the PR portal or a passport request; or refused, with the Federal Court's clock. */
export const decide = defineCommand({
  name: "application.decide",
  input: decideInput,
  load: (ctx, input) => getCaseForUpdate(ctx, input.caseId),
  authorise: (actor, file) => can(actor, "application.record", file),
  async execute(anyCtx, file, input) {
    const ctx = asStaff(anyCtx);
    const current = await getApplicationFor(ctx, file, input, "decide");
    const { today } = await getFirmDay(ctx);
    refuse(decisionFaults(input, current, today));
    await assertPaper(ctx, file, input.documentId);
    const entries =
      input.outcome === "approved"
        ? await approve(ctx, file, current, input)
        : await refuseApplication(ctx, file, current, input);
    return audited({ applicationId: current.id }, ...entries);
  },
});
