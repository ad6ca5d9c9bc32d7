import "server-only";
import { audited, unchanged } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { workerOnly } from "@/lib/policy/worker-only";
import { listSlotRows } from "../queries";
import { packageInput } from "../schemas";
import { changePackage, loadPackage, packageEntry } from "./load-package";

/** Every slot is done: the package can be looked at. Does nothing a second time. Background work only. */
export const finishBuild = defineCommand({
  name: "package.finish_build",
  openTo: ["system"],
  input: packageInput,
  load: (ctx, input) => loadPackage(ctx, input.packageId),
  authorise: workerOnly,
  async execute(ctx, locked) {
    const { pack } = locked;
    const slots = await listSlotRows(ctx, pack.id);
    if (pack.state !== "building" || slots.some(({ state }) => state === "waiting"))
      return unchanged({ finished: false });
    await changePackage(ctx, pack, { state: "built", builtAt: ctx.now });
    return audited({ finished: true }, packageEntry(locked, "package.built"));
  },
});
