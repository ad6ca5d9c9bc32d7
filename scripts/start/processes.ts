import { childEnvironment, ownVariables, type Env } from "@/lib/runtime/env";
import type { ChildRecord } from "./leftovers";
import type { Mode } from "./mode";
import { listeningHost } from "./port";
import { SupervisedProcess } from "./supervised-process";

type Setting = { settings: Env; mode: Mode; record: ChildRecord };

/**
 * What the web and the workers are told. Not the owner's password: their own is derived from the keyring, so of
 * DATABASE_URL they get the place alone (SECURITY.md 5.5).
 */
function environmentOf({ settings, mode }: Setting): Record<string, string> {
  const own = ownVariables();
  if (own.DATABASE_URL) {
    const url = new URL(own.DATABASE_URL);
    url.username = url.password = "";
    own.DATABASE_URL = url.href;
  }
  return {
    ...childEnvironment(),
    ...own,
    NODE_ENV: mode.nodeEnv,
    APP_ORIGIN: settings.appOrigin,
    DATA_DIR: settings.dataDir,
    DEMO: settings.demo ? "on" : "off",
    NEXTAUTH_URL: settings.appOrigin,
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

export function webProcess(setting: Setting, onGivenUp: () => void): SupervisedProcess {
  const { settings, mode, record } = setting;
  return new SupervisedProcess({
    name: "web",
    args: mode.webArgs(settings.port, listeningHost(settings)),
    environment: environmentOf(setting),
    record,
    onGivenUp,
  });
}

/** A worker that stays down is no reason to stop the web: health says `degraded`. */
export function workerProcesses(setting: Setting): SupervisedProcess[] {
  const { settings, record } = setting;
  return Array.from({ length: settings.workers }, (_, index) => {
    return new SupervisedProcess({
      name: `worker ${index + 1}`,
      args: ["--conditions=react-server", "--import", "tsx", "lib/jobs/worker.ts"],
      environment: environmentOf(setting),
      record,
      onGivenUp: () => undefined,
    });
  });
}
