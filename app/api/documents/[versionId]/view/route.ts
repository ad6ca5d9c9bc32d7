import type { NextRequest } from "next/server";
import { withRouteCaller } from "@/lib/auth/route-caller";
import { deliverDocument } from "@/lib/documents/delivery";

/** The same bytes for our own viewer: `<img>` for pictures, pdf.js for PDF. Never a page of its own. */
export function GET(
  request: NextRequest,
  context: { params: Promise<{ versionId: string }> },
): Promise<Response> {
  return withRouteCaller(request, async ({ runtime, caller }) => {
    const { versionId } = await context.params;
    const range = request.headers.get("range");
    const { body, ...init } = await deliverDocument(runtime, caller, { versionId, how: "view", range });
    return new Response(body, init);
  });
}
