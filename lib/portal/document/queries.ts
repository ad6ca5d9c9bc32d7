import "server-only";
import { deriveChecklist, getRequirement } from "@/lib/checklist/queries";
import { canReceive, specOf } from "@/lib/checklist/rules";
import type { RequirementRow } from "@/lib/checklist/types";
import { canApply } from "@/lib/checklist/waiting/rules";
import type { ClientContext } from "@/lib/command/actor-context";
import { listVersionsOf } from "@/lib/documents/queries";
import { previewOf } from "@/lib/documents/rules";
import { notFound } from "@/lib/errors/app-error";
import { isId } from "@/lib/ids/id";
import { countUnreadOf } from "@/lib/messages/queries";
import { isAllowed } from "@/lib/policy/can";
import { getOwnCase, itemOf, listReturns, readList, type OwnCase } from "../queries";
import { phaseOf, receiptOf, toDo } from "../rules";
import type { PortalDocument, PortalVersion } from "../types";

function uploadOf(ctx: ClientContext, file: OwnCase, line: RequirementRow): PortalDocument["upload"] {
  if (!isAllowed(ctx.actor, "document.upload", file) || phaseOf(file.stage) === "ended")
    return { allowed: false, reason: "Nothing more is sent for this application." };
  return canReceive(line, "client");
}

async function listOwnVersions(ctx: ClientContext, requirementId: string): Promise<PortalVersion[]> {
  const versions = await listVersionsOf(ctx, requirementId);
  return versions.map((version) => ({
    id: version.id,
    number: version.number,
    fileName: version.fileName,
    size: version.size,
    receipt: receiptOf(version.id),
    state: version.state,
    sentAt: version.uploadedAt,
    sentByYou: version.uploadedBy === ctx.actor.userId,
    senderName: version.senderName,
    preview: previewOf(version),
    returnReason: version.state === "returned" ? version.returnReason : null,
  }));
}

/** One document of the client's own list. NOT_FOUND for everybody else's. */
export async function getPortalDocument(ctx: ClientContext, requirementId: string): Promise<PortalDocument> {
  if (!isId(requirementId)) throw notFound();
  const line = await getRequirement(ctx, requirementId);
  const file = await getOwnCase(ctx);
  if (line.caseId !== file.id) throw notFound();
  const { day, items, people, window } = await readList(ctx, file);
  const spec = specOf(line, await deriveChecklist(ctx, file));
  const plannedOn = file.plannedSubmissionOn ?? window?.lastDay ?? null;
  const item =
    items.find(({ id }) => id === line.id) ?? itemOf(line, await listReturns(ctx, file.id), plannedOn, day);
  return {
    item,
    caseId: file.id,
    person: people.find(({ id }) => id === line.personId) ?? null,
    why: line.reason,
    goodExample: spec.goodExample,
    points: spec.acceptancePoints,
    faults: spec.commonFaults.map(({ label }) => label),
    returnedAt: line.state === "returned" ? line.decidedAt : null,
    mayApply: phaseOf(file.stage) !== "ended" && canApply(line),
    version: line.version,
    versions: await listOwnVersions(ctx, line.id),
    upload: uploadOf(ctx, file, line),
    unread: await countUnreadOf(ctx, file.id, line.id),
    day,
    more: toDo(items).filter(({ id }) => id !== line.id).length,
  };
}
