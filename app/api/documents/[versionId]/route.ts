import type { NextRequest } from "next/server";
import { withRouteCaller } from "@/lib/auth/route-caller";
import { deliverDocument } from "@/lib/documents/delivery";

/** Downloads one version: an attachment, byte for byte as it was sent. Each request is in the access log. */
export function GET(
  request: NextRequest,
  context: { params: Promise<{ versionId: string }> },
): Promise<Response> {
  return withRouteCaller(request, async ({ runtime, caller }) => {
    const { versionId } = await context.params;
    const range = request.headers.get("range");
    const { body, ...init } = await deliverDocument(runtime, caller, { versionId, how: "download", range });
    return new Response(body, init);
  });
}
