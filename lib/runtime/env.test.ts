import { afterEach, describe, expect, it, vi } from "vitest";
import { ownVariables, parseEnv } from "@/lib/runtime/env";

describe("with nothing set", () => {
  it("has the defaults of the contract", () => {
    expect(parseEnv({}, "linux")).toMatchObject({
      port: 3000,
      appOrigin: "http://localhost:3000",
      dataDir: `${process.cwd()}/.data`,
      databaseUrl: undefined,
      storageUrl: `file:${process.cwd()}/.data/objects`,
      smtpUrl: undefined,
      keyringFile: `${process.cwd()}/.data/keyring.json`,
      trustedProxyHops: 0,
      demo: true,
      workers: 1,
    });
  });

  it("treats an empty variable as one that is not set", () => {
    expect(parseEnv({ PORT: "", DATABASE_URL: "" }, "linux")).toMatchObject({
      port: 3000,
      databaseUrl: undefined,
    });
  });
});

describe("a wrong value is one line that names the variable and what it should be", () => {
  it.each([
    [{ PORT: "http" }, "PORT should be a whole number from 1 to 65535"],
    [{ PORT: "0" }, "PORT should be a whole number from 1 to 65535"],
    [{ PORT: "65536" }, "PORT should be a whole number from 1 to 65535"],
    [{ WORKERS: "1.5" }, "WORKERS should be a whole number from 0 to 32"],
    [{ TRUSTED_PROXY_HOPS: "-1" }, "TRUSTED_PROXY_HOPS should be a whole number from 0 to 10"],
    [{ APP_ORIGIN: "https://firm.example/" }, "APP_ORIGIN should be an origin"],
    [{ APP_ORIGIN: "firm.example" }, "APP_ORIGIN should be an origin"],
    [{ APP_ORIGIN: "http://firm.example" }, "APP_ORIGIN should start with https://"],
    [{ DATABASE_URL: "mysql://u:hunter2@h/d" }, "DATABASE_URL should look like postgres://"],
    [{ STORAGE_URL: "/var/objects" }, "STORAGE_URL should be file:/folder or s3://bucket"],
    [{ SMTP_URL: "mail.example" }, "SMTP_URL should look like smtps://"],
    [{ CLAMD_URL: "localhost" }, "CLAMD_URL should look like tcp://host:3310"],
    [{ DEMO: "yes" }, "DEMO should be on or off"],
  ])("%j", (source, message) => {
    let thrown: unknown;
    try {
      parseEnv(source, "linux");
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ name: "EnvironmentError" });
    const text = (thrown as Error).message;
    expect(text).toContain(message);
    expect(text).not.toContain("\n");
    expect(text).not.toContain("hunter2");
  });
});

describe("demo accounts never appear by default where others can reach them", () => {
  it("https with DEMO unset is refused, on and off are taken", () => {
    const https = { APP_ORIGIN: "https://firm.example" };
    expect(() => parseEnv(https, "linux")).toThrow(/^DEMO should be on or off/);
    expect(parseEnv({ ...https, DEMO: "off" }, "linux").demo).toBe(false);
    expect(parseEnv({ ...https, DEMO: "on" }, "linux").demo).toBe(true);
  });

  it.each(["http://localhost:8080", "http://127.0.0.1:3000", "http://[::1]:3000"])(
    "%s has them",
    (origin) => {
      expect(parseEnv({ APP_ORIGIN: origin }, "linux").demo).toBe(true);
    },
  );

  it("https on localhost counts as reachable: a proxy may stand before it", () => {
    expect(() => parseEnv({ APP_ORIGIN: "https://localhost" }, "linux")).toThrow(/^DEMO/);
  });
});

it("refuses Windows", () => {
  expect(() => parseEnv({}, "win32")).toThrow(/Windows/);
});

describe("what web and workers are told", () => {
  afterEach(() => vi.unstubAllEnvs());

  it("is the settings and the login of a bucket, and nothing else of the machine", () => {
    vi.stubEnv("STORAGE_URL", "s3://papers");
    vi.stubEnv("AWS_ACCESS_KEY_ID", "id");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "secret");
    vi.stubEnv("GITHUB_TOKEN", "not ours");
    expect(ownVariables()).toMatchObject({
      STORAGE_URL: "s3://papers",
      AWS_ACCESS_KEY_ID: "id",
      AWS_SECRET_ACCESS_KEY: "secret",
    });
    expect(ownVariables()).not.toHaveProperty("GITHUB_TOKEN");
  });
});
