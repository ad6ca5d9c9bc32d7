/** A stream that reads on demand and has its first bytes in hand: a damaged start fails before the answer begins. */
export async function webStreamOf(parts: AsyncIterable<Buffer>): Promise<ReadableStream<Uint8Array>> {
  const iterator = parts[Symbol.asyncIterator]();
  let next: Promise<IteratorResult<Buffer>> | null = Promise.resolve(await iterator.next());
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const step = await (next ?? iterator.next());
      next = null;
      if (step.done === true) controller.close();
      else controller.enqueue(step.value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
