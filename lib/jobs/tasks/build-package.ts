import "server-only";
import type { TaskHandler } from "@/lib/jobs/task-list";
import { workerCaller } from "@/lib/jobs/work-off";
import { workOnPackage } from "@/lib/packages/building/work";

/** Reads the files of a package, or builds it, step by step; cut off, it goes on where it was. */
export const buildPackage: TaskHandler<"build-package"> = ({ packageId }, { pools, deps, signal }) =>
  workOnPackage({ pools, deps }, workerCaller(), { packageId, signal });
