import "server-only";
import { and, eq } from "drizzle-orm";
import type { AuditEventName, AuditEntry } from "@/lib/audit/events";
import { getCaseForUpdate } from "@/lib/cases/queries";
import { factsAreOpen } from "@/lib/cases/rules";
import type { LockedCase } from "@/lib/cases/types";
import type { ActorContext } from "@/lib/command/actor-context";
import { scenario } from "@/lib/db/schema/scenarios";
import { conflict, invalid } from "@/lib/errors/app-error";
import type { Actor } from "@/lib/policy/actor";
import { can, type Decision } from "@/lib/policy/can";

/** The case whose scenarios change, its row locked: two consultants never pass the limit together. */
export function loadCase(ctx: ActorContext, input: { caseId: string }): Promise<LockedCase> {
  return getCaseForUpdate(ctx, input.caseId);
}

export function mayChangeScenarios(actor: Actor, file: LockedCase): Decision {
  return can(actor, "facts.edit", file);
}

/** Throws CONFLICT for a file that has ended: nothing is planned for it any more. */
export function requireOpen(file: LockedCase): void {
  const open = factsAreOpen(file.stage);
  if (!open.allowed) throw conflict(open.reason, { stage: file.stage });
}

/** What the case keeps already; under the case's lock. */
export function listKept(ctx: ActorContext, caseId: string) {
  return ctx.db
    .select({ id: scenario.id, name: scenario.name, version: scenario.version })
    .from(scenario)
    .where(eq(scenario.caseId, caseId));
}

/** Throws INVALID where another scenario of the case has the name. */
export function refuseSameName(
  kept: readonly { id: string; name: string }[],
  name: string,
  id?: string,
): void {
  const same = kept.find((one) => one.id !== id && one.name.toLowerCase() === name.toLowerCase());
  if (same) {
    throw invalid("There is a scenario of this name already.", {
      name: `“${same.name}” is there already. Give this one another name.`,
    });
  }
}

/** The row to compare and set. */
export function scenarioAt({ caseId, id, version }: { caseId: string; id: string; version: number }) {
  return and(eq(scenario.id, id), eq(scenario.caseId, caseId), eq(scenario.version, version));
}

/** A lost race: somebody renamed or removed it meanwhile. */
export function requireOneScenario(rowCount: number | null, now: { name: string } | undefined): void {
  if (rowCount === 1) return;
  throw conflict(
    now
      ? `Somebody renamed this scenario meanwhile: it is now “${now.name}”.`
      : "Somebody removed this scenario meanwhile.",
    now,
  );
}

/** The name stays out of the log: it may say what the facts say. */
export function scenarioEntry(
  event: Extract<AuditEventName, `scenario.${string}`>,
  file: LockedCase,
  id: string,
  changes?: number,
): AuditEntry {
  return {
    event,
    object: { kind: "scenario", id },
    caseId: file.id,
    clientId: file.clientId,
    ...(changes === undefined ? {} : { detail: { changes } }),
  };
}
