import "server-only";
import { audited } from "@/lib/audit/events";
import { isStaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { conflict, forbidden } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { manifestText } from "../manifest";
import { getPackageContents, getRulesAsOf } from "../queries";
import { packageInput } from "../schemas";
import type { OpenedPackage } from "../types";
import { loadPackage, packageEntry } from "./load-package";

/**
 * Writes into the log that somebody is about to get a package; its commit comes before the first byte (SECURITY.md
 * 5.6). One that is built and not approved can be looked at too: its manifest says so.
 */
export const openPackage = defineCommand({
  name: "package.open",
  openTo: ["staff"],
  input: packageInput,
  load: (ctx, input) => loadPackage(ctx, input.packageId),
  authorise: (actor, { file }) => can(actor, "package.build", file),
  async execute(ctx, locked) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm takes packages out.");
    const { pack, file } = locked;
    const { requestedAt, builtAt, number, plannedOn } = pack;
    if (requestedAt === null || builtAt === null || (pack.state !== "built" && pack.state !== "frozen"))
      throw conflict("There is nothing to take out before it is built.");
    const { slots, descriptions, files } = await getPackageContents(ctx, pack.id, ctx.actor.userId);
    const opened: OpenedPackage = {
      caseNumber: file.number,
      number,
      at: builtAt,
      files,
      manifest:
        pack.manifest ??
        manifestText({
          ...{ caseNumber: file.number, clientName: file.displayName, number, plannedOn },
          ...{ requestedAt, builtAt, slots, descriptions },
          rulesAsOf: await getRulesAsOf(ctx, plannedOn),
          approved: null,
        }),
    };
    return audited(
      opened,
      packageEntry(locked, "package.downloaded", { files: files.length, state: pack.state }),
    );
  },
});
