/** After a refusal, so much of the rest is still read, so that a browser gets to our answer. */
const DRAINED_BYTES = 32 * 1024 * 1024;

async function drain(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  for (let read = 0; read < DRAINED_BYTES;) {
    const step = await reader.read();
    if (step.done) return;
    read += step.value.length;
  }
  await reader.cancel();
}

/**
 * The bytes of a request. Stopping early reads on in the background instead of cancelling: a cancelled request
 * body closes the connection, and the sender would see a broken line instead of the reason.
 */
export async function* requestBytes(
  body: ReadableStream<Uint8Array> | null,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (body === null) return;
  const reader = body.getReader();
  let ended = false;
  try {
    for (;;) {
      const step = await reader.read();
      if (step.done) break;
      yield step.value;
    }
    ended = true;
  } catch (error) {
    ended = true;
    throw error;
  } finally {
    if (!ended) drain(reader).catch(() => undefined);
  }
}

/** The Content-Length header; null where the sender gave none that can be read. */
export function contentLengthOf(request: Request): number | null {
  const header = request.headers.get("content-length");
  return header !== null && /^\d{1,15}$/.test(header) ? Number(header) : null;
}
