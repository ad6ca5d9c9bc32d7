import "server-only";
import type { z } from "zod";
import type { AuditEntry } from "@/lib/audit/events";
import { stepCase } from "@/lib/cases/commands/step-case";
import type { LockedCase } from "@/lib/cases/types";
import { writeByHand } from "@/lib/checklist/commands/write-by-hand";
import type { StaffContext } from "@/lib/command/actor-context";
import { decisionFaults } from "../faults/rules";
import { decideInput } from "../schemas";
import { defineStep, type Taking } from "./define-step";
import { endLetters } from "./end-letters";
import { setCourtClock } from "./process-clocks";
import { NOT_HELD, recordStep } from "./record-step";
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

async function approve(taking: Taking, { on, approvedBy, rprfPaid, documentId }: Decided) {
  const { ctx, file } = taking;
  const entries: Entries = [
    await recordStep(
      taking,
      { kind: "approved", happenedOn: on, documentId },
      { event: "application.approved", detail: { by: approvedBy } },
    ),
    await stepCase(ctx, file, "APPROVED", { happenedOn: on, documentId }),
  ];
  if (!rprfPaid) entries.push(await askForFee(ctx, file));
  if (approvedBy !== "passport") return entries;
  const asks = "The passport of everybody who gets a visa";
  const letter = await writeLetter(taking, {
    ...{ kind: "passport_request", letterOn: on, namedOn: null, track: null, asks, items: [], documentId },
  });
  return [...entries, ...letter] satisfies Entries;
}

async function refuseApplication(taking: Taking, { on, toldInCanada, reasons, documentId }: Decided) {
  const { ctx, file, applicationId } = taking;
  const court = { startDate: on, documentId, inCanada: toldInCanada };
  return [
    await recordStep(
      taking,
      { kind: "refused", happenedOn: on, note: reasons, documentId },
      { event: "application.refused" },
    ),
    await stepCase(ctx, file, "REFUSED", { happenedOn: on, documentId }),
    await setCourtClock(ctx, file, applicationId, court),
  ] satisfies Entries;
}

/** IRCC's decision: approved, by the PR portal or a passport request; or refused, with the Federal Court's clock. */
export const decide = defineStep({
  name: "application.decide",
  input: decideInput,
  step: "decide",
  faults: (input, { current, today }) => decisionFaults(input, current, today),
  change: ({ outcome, on, approvedBy, rprfPaid, toldInCanada }) => ({
    ...{ ...NOT_HELD, decision: outcome, decidedOn: on },
    ...(outcome === "approved"
      ? { approvedBy, rprfPaid }
      : { toldInCanada, challenge: null, challengedOn: null }),
  }),
  async take(taking, input) {
    const ended = await endLetters(taking.ctx, taking.file, taking.applicationId, "met");
    const entries = await (input.outcome === "approved" ? approve : refuseApplication)(taking, input);
    return [...entries, ...ended] satisfies Entries;
  },
});
