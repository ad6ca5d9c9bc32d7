import type { NextRequest } from "next/server";
import { withRouteCaller } from "@/lib/auth/route-caller";
import { forbidden } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { readiness, type Readiness } from "@/lib/runtime/readiness";
import { runtime } from "@/lib/runtime/runtime";

/** A process whose runtime cannot be made (no keyring, no database yet) is not ready either. */
async function assess(): Promise<Readiness> {
  try {
    return await readiness(await runtime());
  } catch {
    return { word: "unavailable", reasons: ["The keyring or the database's address cannot be read."] };
  }
}

/** One word for monitors; `?detail=1` gives an administrator the reasons. */
export async function GET(request: NextRequest): Promise<Response> {
  const { word, reasons } = await assess();
  const status = word === "unavailable" ? 503 : 200;
  const headers = { "cache-control": "no-store", ...(status === 503 ? { "retry-after": "5" } : {}) };
  if (!request.nextUrl.searchParams.has("detail")) {
    return new Response(`${word}\n`, {
      status,
      headers: { ...headers, "content-type": "text/plain; charset=utf-8" },
    });
  }
  return withRouteCaller(request, ({ caller }) => {
    const decision = can(caller.actor, "health.detail");
    if (!decision.allowed) throw forbidden(decision.reason);
    return Promise.resolve(Response.json({ state: word, reasons }, { status, headers }));
  });
}
