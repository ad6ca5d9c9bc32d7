import "server-only";
import { cookies, headers } from "next/headers";
import type { NextRequest } from "next/server";
import type { Trace } from "@/lib/command/actor-context";
import { runtime, type Runtime } from "@/lib/runtime/runtime";
import { clientAddress, networkOf } from "./client-address";
import { authCookies } from "./cookies";
import { currentTrace } from "./current-session";
import type { Browser } from "./sign-in";

interface ReadCookies {
  get(name: string): { value: string } | undefined;
}

function readBrowser(current: Runtime, trace: Trace, sent: Headers, jar: ReadCookies): Browser {
  const names = authCookies(current.deps.appOrigin);
  const address = clientAddress(sent.get("x-forwarded-for"), current.env.trustedProxyHops);
  return {
    trace,
    network: address === null ? null : networkOf(address),
    deviceToken: jar.get(names.device)?.value ?? null,
    sessionToken: jar.get(names.session)?.value ?? null,
    userAgent: sent.get("user-agent"),
  };
}

/** The browser behind a route handler's request. */
export function browserOf(current: Runtime, trace: Trace, request: NextRequest): Browser {
  return readBrowser(current, trace, request.headers, request.cookies);
}

/** The browser behind a server action. */
export async function currentBrowser(): Promise<Browser> {
  return readBrowser(await runtime(), await currentTrace(), await headers(), await cookies());
}
