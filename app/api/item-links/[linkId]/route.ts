import type { NextRequest } from "next/server";
import { withRouteCaller } from "@/lib/auth/route-caller";
import { runCommand } from "@/lib/command/run-command";
import { revokeLink } from "@/lib/item-links/commands/revoke-link";

/** Revokes a link of one item: `?item=<id>`. */
export function DELETE(
  request: NextRequest,
  { params }: { params: Promise<{ linkId: string }> },
): Promise<Response> {
  return withRouteCaller(request, async ({ runtime, caller }) => {
    const { linkId } = await params;
    const requirementId = request.nextUrl.searchParams.get("item") ?? "";
    await runCommand(runtime, caller, revokeLink, { linkId, requirementId });
    return new Response(null, { status: 204, headers: { "cache-control": "private, no-store" } });
  });
}
