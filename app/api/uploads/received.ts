import type { Reception } from "@/lib/documents/reception";
import type { ReceivedDocument } from "@/lib/documents/types";

const NO_STORE = { "cache-control": "private, no-store" };

/** The answer to sent bytes: 201 says durable and committed, 200 that they were there already, else why not. */
export function receivedResponse(
  reception: Reception,
  say: (document: ReceivedDocument) => Partial<ReceivedDocument> = (document) => document,
): Response {
  if (reception.outcome === "failed") {
    const { code, message, status } = reception.failure;
    return Response.json({ error: { code, message } }, { status, headers: NO_STORE });
  }
  const status = reception.outcome === "received" ? 201 : 200;
  return Response.json({ document: say(reception.document) }, { status, headers: NO_STORE });
}
