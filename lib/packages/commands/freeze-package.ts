import "server-only";
import { audited } from "@/lib/audit/events";
import { isStaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { conflict, forbidden, invalid } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { hashOfManifest, manifestText } from "../manifest";
import { getPackageContents, getRulesAsOf, listOutdated } from "../queries";
import { canFreeze, problemsOf } from "../rules";
import { freezePackageInput } from "../schemas";
import { assertSeen, changePackage, loadPackage, packageEntry } from "./load-package";

/**
 * Approves a package as it is, and closes it for good: its files and its manifest are what is sent. What is wrong with
 * it goes out only for a reason, which is kept.
 */
export const freezePackage = defineCommand({
  name: "package.freeze",
  openTo: ["staff"],
  input: freezePackageInput,
  load: (ctx, input) => loadPackage(ctx, input.packageId),
  authorise: (actor, { file }) => can(actor, "package.build", file),
  async execute(ctx, locked, input) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm approves packages.");
    const { pack, file } = locked;
    assertSeen(pack, input.version);
    const { slots, descriptions, approver } = await getPackageContents(ctx, pack.id, ctx.actor.userId);
    const outdated = await listOutdated(ctx, file, slots);
    const late = slots
      .flatMap((slot) => problemsOf(slot, descriptions))
      .filter(({ tone }) => tone === "late").length;
    const step = canFreeze(pack.state, { outdated: outdated.length, late, despite: input.despite });
    if (!step.allowed) {
      if (pack.state === "built" && outdated.length === 0)
        throw invalid("Something is still open.", { despite: step.reason });
      throw conflict(step.reason);
    }
    const { requestedAt, builtAt, number, plannedOn } = pack;
    if (requestedAt === null || builtAt === null) throw new Error("A built package says when it was built.");
    const despite = late > 0 ? input.despite : null;
    const rulesAsOf = await getRulesAsOf(ctx, plannedOn);
    const manifest = manifestText({
      ...{ caseNumber: file.number, clientName: file.displayName, number, plannedOn, rulesAsOf },
      ...{ requestedAt, builtAt, slots, descriptions },
      approved: { by: approver.name, licenceNumber: approver.licenceNumber, at: ctx.now, despite },
    });
    const manifestSha256 = hashOfManifest(manifest);
    await changePackage(ctx, pack, {
      state: "frozen",
      ...{ rulesAsOf, manifest, manifestSha256 },
      approvedBy: ctx.actor.userId,
      approvedAt: ctx.now,
      approvedDespite: despite,
    });
    return audited(
      { packageId: pack.id, manifestSha256 },
      packageEntry(locked, "package.frozen", { manifest: manifestSha256, problems: late, despite }),
    );
  },
});
