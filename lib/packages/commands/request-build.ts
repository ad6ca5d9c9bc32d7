import "server-only";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { conflict } from "@/lib/errors/app-error";
import { enqueue } from "@/lib/jobs/enqueue";
import { can } from "@/lib/policy/can";
import { listSlotRows, slotOf } from "../queries";
import { canRequestBuild } from "../rules";
import { requestBuildInput } from "../schemas";
import { assertSeen, changePackage, loadPackage, packageEntry, unbuild } from "./load-package";

/** Has the files made by the worker: those of slots that changed, and what is made from the whole. */
export const requestBuild = defineCommand({
  name: "package.request-build",
  openTo: ["staff"],
  input: requestBuildInput,
  load: (ctx, input) => loadPackage(ctx, input.packageId),
  authorise: (actor, { file }) => can(actor, "package.build", file),
  async execute(ctx, locked, input) {
    const { pack } = locked;
    const step = canRequestBuild(pack.state);
    if (!step.allowed) throw conflict(step.reason);
    assertSeen(pack, input.version);
    await unbuild(ctx, (await listSlotRows(ctx, pack.id)).map(slotOf), []);
    await changePackage(ctx, pack, { state: "building", requestedAt: ctx.now, builtAt: null });
    await enqueue(ctx, "build-package", { packageId: pack.id });
    return audited({ packageId: pack.id }, packageEntry(locked, "package.build_requested"));
  },
});
