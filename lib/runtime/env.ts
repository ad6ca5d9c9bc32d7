import "server-only";
import { join, resolve } from "node:path";
import { z } from "zod";

const loopbackHosts = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** A whole number written in digits, so that "", " 1" and "1e3" are refused. */
function wholeNumber(from: number, to: number, fallback: number) {
  const expected = `should be a whole number from ${from} to ${to}`;
  return z
    .string()
    .regex(/^\d{1,6}$/, expected)
    .transform(Number)
    .refine((value) => value >= from && value <= to, expected)
    .default(fallback);
}

function isUrlOf(protocols: readonly string[]) {
  return (value: string) => URL.canParse(value) && protocols.includes(new URL(value).protocol);
}

function isOrigin(value: string): boolean {
  return isUrlOf(["http:", "https:"])(value) && new URL(value).origin === value;
}

/** Whether `origin` is plain http on this machine: the only place where known passwords may exist. */
export function isLoopbackHttp(origin: string): boolean {
  const url = new URL(origin);
  return url.protocol === "http:" && loopbackHosts.has(url.hostname);
}

const onOrOff = z.enum(["on", "off"], "should be on or off").optional();

/** The variables of CONTRACT.md ("Environment"): this schema is their one definition. */
const variables = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).catch("production"),
  PORT: wholeNumber(1, 65_535, 3000),
  APP_ORIGIN: z
    .string()
    .refine(
      isOrigin,
      "should be an origin such as https://landfall.example, with no path and no slash at the end",
    )
    .refine(
      (value) => !isOrigin(value) || value.startsWith("https:") || isLoopbackHttp(value),
      "should start with https:// (plain http is for localhost only)",
    )
    .optional(),
  DATA_DIR: z.string().min(1, "should be a folder").default("./.data"),
  DATABASE_URL: z
    .string()
    .refine(
      isUrlOf(["postgres:", "postgresql:"]),
      "should look like postgres://owner:password@host:5432/database",
    )
    .optional(),
  STORAGE_URL: z
    .string()
    .refine(isUrlOf(["file:", "s3:"]), "should be file:/folder or s3://bucket?endpoint=https://...")
    .optional(),
  SMTP_URL: z
    .string()
    .refine(isUrlOf(["smtp:", "smtps:"]), "should look like smtps://user:password@host:465")
    .optional(),
  CLAMD_URL: z
    .string()
    .refine(isUrlOf(["tcp:", "unix:"]), "should look like tcp://host:3310 or unix:/run/clamav/clamd.ctl")
    .optional(),
  KEYRING_FILE: z.string().min(1, "should be a file").optional(),
  TRUSTED_PROXY_HOPS: wholeNumber(0, 10, 0),
  DEMO: onOrOff,
  WORKERS: wholeNumber(0, 32, 1),
});

export type Env = Readonly<{
  nodeEnv: "development" | "production" | "test";
  /** The TCP port of the web process. */
  port: number;
  /** Scheme, host and port as people type them; never derived from a request. */
  appOrigin: string;
  /** Absolute. */
  dataDir: string;
  /** The owner's login to an external PostgreSQL; undefined: the embedded one. */
  databaseUrl: string | undefined;
  storageUrl: string;
  /** Undefined: mail stays in the outbox that an administrator reads in the app. */
  smtpUrl: string | undefined;
  clamdUrl: string | undefined;
  /** Absolute. */
  keyringFile: string;
  trustedProxyHops: number;
  demo: boolean;
  /** How many worker processes this machine runs. */
  workers: number;
}>;

type Variables = Readonly<Record<string, string | undefined>>;

/** A variable that is not what it should be. The message is one line and names the variable, never its value. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

/** Reads the environment, or throws an {@link EnvironmentError} about the first wrong value. */
export function parseEnv(source: Variables, platform: NodeJS.Platform = process.platform): Env {
  if (platform === "win32") {
    throw new EnvironmentError("Landfall runs on Linux and macOS; on Windows use WSL (CVE-2026-75604).");
  }
  // An empty variable is what a compose file or a CI secret that is not set leaves behind.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = variables.safeParse(given);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new EnvironmentError(`${issue?.path.join(".")} ${issue?.message}`);
  }
  const parsed = result.data;
  const appOrigin = parsed.APP_ORIGIN ?? `http://localhost:${parsed.PORT}`;
  // Paths of this machine, not of the build: the bundler is told not to look for files there.
  const dataDir = resolve(/* turbopackIgnore: true */ parsed.DATA_DIR);
  return Object.freeze({
    nodeEnv: parsed.NODE_ENV,
    port: parsed.PORT,
    appOrigin,
    dataDir,
    databaseUrl: parsed.DATABASE_URL,
    storageUrl: parsed.STORAGE_URL ?? `file:${join(dataDir, "objects")}`,
    smtpUrl: parsed.SMTP_URL,
    clamdUrl: parsed.CLAMD_URL,
    keyringFile: resolve(/* turbopackIgnore: true */ parsed.KEYRING_FILE ?? join(dataDir, "keyring.json")),
    trustedProxyHops: parsed.TRUSTED_PROXY_HOPS,
    demo: demoMode(parsed.DEMO, appOrigin),
    workers: parsed.WORKERS,
  });
}

/**
 * Demo accounts have known passwords, so nobody gets them on a reachable address without having said so
 * (SECURITY.md 5.4, S-86).
 */
function demoMode(value: "on" | "off" | undefined, appOrigin: string): boolean {
  if (value !== undefined) return value === "on";
  if (isLoopbackHttp(appOrigin)) return true;
  throw new EnvironmentError(
    "DEMO should be on or off: APP_ORIGIN is not on this machine, and the demo accounts have known passwords",
  );
}

let parsedOnce: Env | undefined;

/** The process's environment, parsed at the first call (the boot) and the same object ever after. */
export function env(): Env {
  parsedOnce ??= parseEnv(process.env);
  return parsedOnce;
}

/**
 * What a child process inherits: the variables an operating system needs to find programs, time zones and
 * scratch space, and nothing that could be a secret of ours.
 */
export function childEnvironment(): Record<string, string> {
  const inherited = ["PATH", "HOME", "LANG", "TZ", "TMPDIR", "LD_LIBRARY_PATH", "NODE_EXTRA_CA_CERTS"];
  return Object.fromEntries(
    inherited.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  );
}

/**
 * The variables that `parseEnv` reads, as they were given, for a child that parses them again; and the login of a bucket
 * (AWS_ACCESS_KEY_ID and its kin), which the S3 client looks for by itself.
 */
export function ownVariables(): Record<string, string> {
  const names = [
    ...Object.keys(variables.shape),
    ...Object.keys(process.env).filter((name) => name.startsWith("AWS_")),
  ];
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
