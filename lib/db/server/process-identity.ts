import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A process that cannot be confused with a later one that was given the same number. */
export type ProcessMark = { pid: number; identity: string };

/**
 * What tells one owner of `pid` from the next: the boot and the moment it started. Null: no such process, or
 * only the shell of one that has ended.
 */
export function identityOf(pid: number): string | null {
  if (process.platform !== "linux") {
    const { stdout } = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
    return stdout.trim() || null;
  }
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name, in brackets, may itself hold spaces and brackets; the fields after it do not.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z" || fields[0] === "X") return null;
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}/${fields[19]}`;
  } catch {
    return null;
  }
}

/** The mark of a running process, or null when it has ended already. */
export function markOf(pid: number): ProcessMark | null {
  const identity = identityOf(pid);
  return identity === null ? null : { pid, identity };
}

/** Whether that very process still runs. */
export function isRunning(mark: ProcessMark): boolean {
  return identityOf(mark.pid) === mark.identity;
}

/** Sends a signal; a process that is gone is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
