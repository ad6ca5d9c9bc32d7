import type { NextRequest } from "next/server";
import { readBoundedJson } from "@/lib/auth/public-form";
import { withRouteCaller } from "@/lib/auth/route-caller";
import { runCommand } from "@/lib/command/run-command";
import { runQuery } from "@/lib/command/run-query";
import { createLink } from "@/lib/item-links/commands/create-link";
import { getLinksOfItem } from "@/lib/item-links/queries";

const MAX_BODY = 4_096;
const NO_STORE = { "cache-control": "private, no-store" };

/** The links of one item: `?item=<id>`. */
export function GET(request: NextRequest): Promise<Response> {
  return withRouteCaller(request, async ({ runtime, caller }) => {
    const item = request.nextUrl.searchParams.get("item") ?? "";
    const links = await runQuery(runtime, caller, (ctx) => getLinksOfItem(ctx, item));
    return Response.json(links, { headers: NO_STORE });
  });
}

/**
 * Makes one, or has it mailed. A route and no action: an action's answer is kept for its idempotency key, and this one
 * holds a secret that is stored nowhere.
 */
export function POST(request: NextRequest): Promise<Response> {
  return withRouteCaller(request, async ({ runtime, caller }) => {
    const made = await runCommand(runtime, caller, createLink, await readBoundedJson(request, MAX_BODY));
    return Response.json(made, { status: 201, headers: NO_STORE });
  });
}
