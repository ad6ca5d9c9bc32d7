import { readFileSync } from "node:fs";
import { join } from "node:path";
import { wait } from "@/lib/clock/wait";
import { writeDurably } from "@/lib/db/server/credentials";
import { isRunning, markOf, signal, type ProcessMark } from "@/lib/db/server/process-identity";

const patienceMilliseconds = 5_000;

/** `name` is for the person who reads the file: "web", "worker 1". */
type Child = ProcessMark & { name: string };

/** The processes that this supervisor has started, on disk: the next one can end them if this one is killed. */
export class ChildRecord {
  readonly #path: string;
  #marks: Child[] = [];

  constructor(dataDir: string) {
    this.#path = join(dataDir, "children.json");
  }

  add(pid: number, name: string): void {
    const mark = markOf(pid);
    if (!mark) return;
    this.#marks = [...this.#marks.filter(isRunning), { ...mark, name }];
    writeDurably(this.#path, JSON.stringify(this.#marks));
  }

  /** Ends what an earlier supervisor left running. They have been told to stop by its death; this makes sure. */
  async endLeftovers(): Promise<void> {
    const left = this.#read().filter(isRunning);
    for (const { pid } of left) signal(pid, "SIGTERM");
    for (let waited = 0; waited < patienceMilliseconds && left.some(isRunning); waited += 50) await wait(50);
    // Each was started in a process group of its own.
    for (const { pid } of left.filter(isRunning)) signal(-pid, "SIGKILL");
  }

  #read(): ProcessMark[] {
    try {
      return JSON.parse(readFileSync(this.#path, "utf8")) as ProcessMark[];
    } catch {
      return []; // the first start, or one that was killed while writing
    }
  }
}
