import { spawn } from "node:child_process";

type Options = { environment?: Record<string, string>; stopping: AbortSignal };

/** Runs a program to its end, with its output in ours. Resolves to its exit code, or null when it was ended. */
export async function runProgram(
  program: string,
  args: readonly string[],
  { environment, stopping }: Options,
): Promise<number | null> {
  stopping.throwIfAborted();
  const child = spawn(program, [...args], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "inherit", "inherit"],
    signal: stopping,
    killSignal: "SIGTERM",
  });
  const status = await new Promise<number | null>((resolve) => {
    child.once("error", () => resolve(null)).once("exit", (code) => resolve(code));
  });
  stopping.throwIfAborted();
  return status;
}
