import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const KIBIBYTE = 1024;

/** Resident memory of a process, in bytes; 0 when it is gone. Read at once: a busy caller must not look late. */
export function residentBytes(pid: number): number {
  try {
    return process.platform === "linux" ? fromProc(pid) : fromPs(pid);
  } catch {
    return 0;
  }
}

function fromProc(pid: number): number {
  const [, kibibytes = "0"] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kibibytes) * KIBIBYTE;
}

function fromPs(pid: number): number {
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) * KIBIBYTE;
}
