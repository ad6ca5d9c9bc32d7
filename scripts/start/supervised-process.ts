import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { monotonicMilliseconds } from "@/lib/clock/clock";
import { wait } from "@/lib/clock/wait";
import { signal } from "@/lib/db/server/process-identity";
import type { ChildRecord } from "./leftovers";
import { delayBeforeRestart } from "./restart-policy";

type Program = {
  /** For messages: "web", "worker 1". */
  name: string;
  /** Node's own flags, the script and its arguments. */
  args: readonly string[];
  environment: Record<string, string>;
  record: ChildRecord;
  /** Called once when it has crashed too often and is not started again. */
  onGivenUp: () => void;
};

/** A Node process that is started again when it ends by itself, with a growing delay, until it is stopped. */
export class SupervisedProcess {
  readonly #program: Program;
  readonly #stopping = new AbortController();
  readonly #crashes: number[] = [];
  #child: ChildProcess | undefined;

  constructor(program: Program) {
    this.#program = program;
  }

  start(): void {
    const { name, args, environment, record } = this.#program;
    // A session of its own: Ctrl-C reaches the supervisor alone, which stops everything in order. The channel
    // closes when the supervisor dies, and the child ends by itself then.
    const child = spawn(process.execPath, [...args], {
      env: environment as unknown as NodeJS.ProcessEnv,
      detached: true,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    this.#child = child;
    if (child.pid !== undefined) record.add(child.pid, name);
    child.once("error", () => undefined); // followed by no exit: Node itself could not be started
    child.once("exit", (code, by) => void this.#ended(code ?? by));
  }

  #startUnlessStopping(): void {
    if (!this.#stopping.signal.aborted) this.start();
  }

  /** SIGTERM, then SIGKILL to the whole group when the time is over. Resolves when it has ended. */
  async stop(milliseconds: number): Promise<void> {
    this.#stopping.abort();
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    const ended = once(child, "exit");
    const { pid } = child;
    signal(pid, "SIGTERM");
    const timer = setTimeout(() => signal(-pid, "SIGKILL"), milliseconds);
    await ended;
    clearTimeout(timer);
  }

  async #ended(status: number | NodeJS.Signals | null): Promise<void> {
    if (this.#stopping.signal.aborted) return;
    const { name, onGivenUp } = this.#program;
    this.#crashes.push(monotonicMilliseconds());
    const delay = delayBeforeRestart(this.#crashes);
    if (delay === null) {
      console.error(`The ${name} process has ended five times in five minutes (${status}) and stays down.`);
      return onGivenUp();
    }
    console.error(`The ${name} process has ended (${status}); it starts again in ${delay / 1000} s.`);
    await wait(delay, this.#stopping.signal);
    this.#startUnlessStopping();
  }
}
