import type { NextRequest } from "next/server";
import { readBoundedJson } from "@/lib/auth/public-form";
import { linkOfRequest } from "@/lib/auth/item-link";
import { withRoute } from "@/lib/auth/route-caller";
import { runCommand } from "@/lib/command/run-command";
import { reserveByLink } from "@/lib/item-links/commands/reserve-by-link";

const MAX_BODY = 16_384;

/** Announces a file by a link: `{sender, fileName, size, sha256?}`. Nobody is signed in; the link says for what it is. */
export function POST(
  request: NextRequest,
  { params }: { params: Promise<{ ref: string }> },
): Promise<Response> {
  return withRoute(request, async (call) => {
    const { ref } = await params;
    const { runtime } = call;
    const caller = await linkOfRequest(call, request, ref);
    const key = request.headers.get("idempotency-key");
    const body = await readBoundedJson(request, MAX_BODY);
    const { uploadId } = await runCommand(runtime, caller, reserveByLink, body, {
      ...(key ? { idempotencyKey: key } : {}),
    });
    // As the sender's screen uses it: below /api/uploads.
    return Response.json(
      { id: `by-link/${ref}/${uploadId}` },
      { status: 201, headers: { "cache-control": "private, no-store" } },
    );
  });
}
