import type { NextRequest } from "next/server";
import { withRouteCaller } from "@/lib/auth/route-caller";
import { receiveUpload } from "@/lib/documents/reception";
import { receivedResponse } from "../received";
import { contentLengthOf, requestBytes } from "../request-bytes";

/**
 * Takes the raw bytes of a reserved upload. 201 means durable and committed; a repeat answers 200 with the same
 * document. Outside proxy.ts's matcher: behind it Next cuts bodies at 10 MB without a word (SECURITY.md D3).
 */
export function PUT(request: NextRequest, context: { params: Promise<{ id: string }> }): Promise<Response> {
  return withRouteCaller(request, async ({ runtime, caller }) => {
    const { id } = await context.params;
    const reception = await receiveUpload(runtime, caller, {
      uploadId: id,
      body: requestBytes(request.body),
      contentLength: contentLengthOf(request),
      signal: request.signal,
    });
    return receivedResponse(reception);
  });
}
