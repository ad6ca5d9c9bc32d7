import "server-only";
import { workerCaller } from "@/lib/jobs/work-off";
import { ActorContext } from "@/lib/command/actor-context";
import { runCommand } from "@/lib/command/run-command";
import { AppError } from "@/lib/errors/app-error";
import type { TaskHandler } from "@/lib/jobs/task-list";
import { lapseOffer } from "@/lib/nominations/commands/lapse-offer";
import { listDueOffers } from "@/lib/nominations/track/queries";
import { expireInvitation } from "@/lib/profiles/commands/expire-invitation";
import { expireProfile } from "@/lib/profiles/commands/expire-profile";
import { listDueCases } from "@/lib/profiles/queries";

/** Someone acted between our look and our lock: there is nothing left to do. */
async function unlessOvertaken(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof AppError && error.code === "CONFLICT")) throw error;
  }
}

/** Marks the windows, profiles and nominations to accept whose time is over. Safe to run twice and at the same time: each case is locked. */
export const expireWindows: TaskHandler<"expire-windows"> = async (_payload, { pools, deps, signal }) => {
  const runtime = { pools, deps };
  const due = await ActorContext.open(pools, deps, workerCaller(), "read", listDueCases);
  const offers = await ActorContext.open(pools, deps, workerCaller(), "read", listDueOffers);
  for (const caseId of due.invitations) {
    signal.throwIfAborted();
    await unlessOvertaken(runCommand(runtime, workerCaller(), expireInvitation, { caseId }));
  }
  for (const caseId of due.profiles) {
    signal.throwIfAborted();
    await unlessOvertaken(runCommand(runtime, workerCaller(), expireProfile, { caseId }));
  }
  for (const offer of offers) {
    signal.throwIfAborted();
    await unlessOvertaken(runCommand(runtime, workerCaller(), lapseOffer, offer));
  }
};
