import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { vi } from "vitest";
import { childEnvironment } from "@/lib/runtime/env";
import { findPostmaster } from "@/lib/db/server/postmaster";
import { isRunning, signal, type ProcessMark } from "@/lib/db/server/process-identity";

type Launch = {
  dataDir: string;
  port: number;
  environment?: Record<string, string>;
  /** A program that starts it, with its arguments. */
  launcher?: readonly string[];
};

/** One run of the supervisor under test, started like `npm start` starts it: in a process group of its own. */
export class SupervisorRun {
  readonly child: ChildProcess;
  readonly port: number;
  readonly #dataDir: string;
  #output = "";

  constructor({ dataDir, port, environment = {}, launcher = [] }: Launch) {
    this.#dataDir = dataDir;
    this.port = port;
    const [program = "node", ...args] = [
      ...launcher,
      process.execPath,
      "scripts/run.mjs",
      "start/testing/supervised-run",
    ];
    this.child = spawn(program, args, {
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...childEnvironment(),
        NODE_ENV: "test",
        DATA_DIR: dataDir,
        PORT: String(port),
        DEMO: "off",
        ...environment,
      },
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => (this.#output += text));
    }
  }

  get output(): string {
    return this.#output;
  }

  /** Resolves when it says that it is ready, rejects with what it said when it ends before. */
  async ready(): Promise<void> {
    await vi.waitUntil(() => this.#ended || /^ready$/m.test(this.#output), { timeout: 90_000 });
    if (this.#ended) throw new Error(this.#output);
  }

  /** What Ctrl-C in a terminal does: the signal goes to every process of the group. Resolves to the exit code. */
  async interrupt(): Promise<number | null> {
    await this.#end("SIGINT");
    return this.child.exitCode;
  }

  /** kill -9 of the supervisor and what started it; web, workers and PostgreSQL are in groups of their own. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** Leaves nothing running, whatever the test did or did not do. */
  async end(): Promise<void> {
    await this.interrupt();
    for (const pid of this.survivors()) signal(pid, "SIGKILL");
  }

  get #ended(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  async #end(name: NodeJS.Signals): Promise<void> {
    if (this.#ended || this.child.pid === undefined) return;
    const ended = once(this.child, "exit");
    signal(-this.child.pid, name);
    await ended;
  }

  /** The processes that the supervisor has started and that run, PostgreSQL's first process included. */
  survivors(): number[] {
    const record = join(this.#dataDir, "children.json");
    const marks = existsSync(record) ? (JSON.parse(readFileSync(record, "utf8")) as ProcessMark[]) : [];
    const postmaster = this.postmaster();
    return [...(postmaster === null ? [] : [postmaster]), ...marks.filter(isRunning).map(({ pid }) => pid)];
  }

  postmaster(): number | null {
    return findPostmaster(join(this.#dataDir, "postgres", "data"));
  }
}
