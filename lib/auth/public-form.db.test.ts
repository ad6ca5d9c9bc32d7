import { describe, expect, it } from "vitest";
import { ActorContext } from "@/lib/command/actor-context";
import { AppError } from "@/lib/errors/app-error";
import { testDatabase } from "@/lib/testing/database";
import { testFirm } from "@/lib/testing/firm";
import {
  admitPublicForm,
  assertFreshForm,
  issueFormToken,
  publicFormCaller,
  readBoundedJson,
} from "./public-form";

const database = testDatabase();
const firm = testFirm(database);
const caller = publicFormCaller("public-assessment", {
  requestId: "11111111-1111-4111-8111-111111111111",
  sessionRef: null,
  ipPrefix: null,
});

/** A token as a page made it `seconds` ago. */
const tokenFrom = (seconds: number, form = "assess") =>
  ActorContext.open(firm.runtime.pools, firm.runtime.deps, caller, "read", (ctx) =>
    Promise.resolve(
      issueFormToken({ deps: ctx.deps, now: new Date(ctx.now.getTime() - seconds * 1000) }, form),
    ),
  );
const assertFresh = (token: string, seconds = 5) =>
  assertFreshForm(firm.runtime, caller, "assess", token, seconds);
const refusal = (code: string) => ({ code: "INVALID", fieldErrors: { token: code } });

describe("the token of a public form", () => {
  it("is good from the moment somebody can have read the page, for a week", async () => {
    await expect(assertFresh(await tokenFrom(6))).resolves.toBeUndefined();
    await expect(assertFresh(await tokenFrom(6 * 24 * 3600))).resolves.toBeUndefined();
    await expect(assertFresh(await tokenFrom(1), 600)).rejects.toMatchObject(refusal("early"));
    await expect(assertFresh(await tokenFrom(8 * 24 * 3600))).rejects.toMatchObject(refusal("stale"));
  });

  it("is nobody else's to make: another time, another form, another letter, nonsense", async () => {
    const token = await tokenFrom(60);
    const [time = "", nonce = "", signature = ""] = token.split(".");
    const earlier = (Number.parseInt(time, 36) - 1_000_000).toString(36);
    const forged = [
      `${earlier}.${nonce}.${signature}`,
      `${time}.${nonce.split("").reverse().join("")}.${signature}`,
      await tokenFrom(60, "another-form"),
      "",
      "a.b.c",
      `${token}x`,
    ];
    // One token has one spelling: the spare bits of its last letter make no second one.
    const last = signature.at(-1) ?? "";
    for (const letter of "ABCDEFGHIJKLMNOP")
      if (letter !== last) forged.push(`${token.slice(0, -1)}${letter}`);
    for (const text of forged) await expect(assertFresh(text)).rejects.toMatchObject(refusal("stale"));
  });
});

describe("the number of forms", () => {
  const admit = (network: string | null) => admitPublicForm(firm.runtime, caller, "assess", network);
  const outcomes = async (network: string | null, times: number) => {
    const settled = await Promise.allSettled(Array.from({ length: times }, () => admit(network)));
    return settled.map((one) => (one.status === "fulfilled" ? "in" : (one.reason as AppError).code));
  };

  it("is bounded by network, also of many at once, and says when to come back", async () => {
    const first = await outcomes("203.0.113.7", 25);
    expect(first.filter((one) => one === "in")).toHaveLength(20);
    expect(first.filter((one) => one === "THROTTLED")).toHaveLength(5);
    const refused: unknown = await admit("203.0.113.7").catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(AppError);
    expect((refused as AppError).retryAfter).toBeGreaterThan(3000);
    expect(await outcomes("198.51.100.1", 1)).toEqual(["in"]);
  });

  it("is bounded for callers whose address cannot be told as for one network", async () => {
    expect((await outcomes(null, 21)).filter((one) => one === "in")).toHaveLength(20);
  });

  it("is bounded for everybody together", async () => {
    await database.owner.query("update auth_counter set failures = 500 where key like 'formEverywhere:%'");
    expect(await outcomes("192.0.2.200", 1)).toEqual(["THROTTLED"]);
  });
});

describe("the body of a public form", () => {
  const request = (body: string, headers: Record<string, string> = { "content-type": "application/json" }) =>
    new Request("http://localhost:3000/api/assess", { method: "POST", headers, body });

  it("is JSON of a bounded size, whatever its headers say", async () => {
    expect(await readBoundedJson(request('{"a":1}'), 100)).toEqual({ a: 1 });
    const long = JSON.stringify({ a: "x".repeat(200) });
    await expect(readBoundedJson(request(long), 100)).rejects.toMatchObject({ code: "TOO_LARGE" });
    const lying = request(long, { "content-type": "application/json", "content-length": "2" });
    await expect(readBoundedJson(lying, 100)).rejects.toMatchObject({ code: "TOO_LARGE" });
    await expect(readBoundedJson(request("{}", { "content-type": "text/plain" }), 100)).rejects.toMatchObject(
      {
        code: "WRONG_TYPE",
      },
    );
    await expect(readBoundedJson(request("<script>"), 100)).rejects.toMatchObject({ code: "INVALID" });
  });
});
