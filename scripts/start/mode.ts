import { buildIfNeeded } from "./build";

/** What differs between `npm start`, `npm run dev` and a test of the supervisor. */
export type Mode = {
  nodeEnv: "production" | "development";
  /** Prepares what the web process serves. Rejects when `ending` is aborted. */
  build: (ending: AbortSignal) => Promise<void>;
  /** Node's arguments for the web process. */
  webArgs: (port: number, host: string | undefined) => readonly string[];
};

function next(command: "start" | "dev"): Mode["webArgs"] {
  return (port, host) => [
    ...["--import", "./scripts/start/exit-with-parent.mjs", "node_modules/next/dist/bin/next"],
    ...[command, "--port", String(port), ...(host === undefined ? [] : ["--hostname", host])],
  ];
}

export const production: Mode = { nodeEnv: "production", build: buildIfNeeded, webArgs: next("start") };

export const development: Mode = {
  nodeEnv: "development",
  build: () => Promise.resolve(),
  webArgs: next("dev"),
};
