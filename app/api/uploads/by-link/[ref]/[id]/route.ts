import type { NextRequest } from "next/server";
import { linkOfRequest } from "@/lib/auth/item-link";
import { withRoute } from "@/lib/auth/route-caller";
import { runQuery } from "@/lib/command/run-query";
import { receiveUpload } from "@/lib/documents/reception";
import { getOpenItem } from "@/lib/item-links/queries";
import { receivedResponse } from "../../../received";
import { contentLengthOf, requestBytes } from "../../../request-bytes";

/** Takes the bytes of a file that was announced by a link, as `PUT /api/uploads/{id}` does for who is signed in. */
export function PUT(
  request: NextRequest,
  { params }: { params: Promise<{ ref: string; id: string }> },
): Promise<Response> {
  return withRoute(request, async (call) => {
    const { ref, id } = await params;
    const { runtime } = call;
    const caller = await linkOfRequest(call, request, ref);
    await runQuery(runtime, caller, getOpenItem);
    const reception = await receiveUpload(runtime, caller, {
      uploadId: id,
      body: requestBytes(request.body),
      contentLength: contentLengthOf(request),
      signal: request.signal,
    });
    // No number, no name: how many files there were before is nobody's business here.
    return receivedResponse(reception, ({ versionId, receivedAt }) => ({ versionId, receivedAt }));
  });
}
