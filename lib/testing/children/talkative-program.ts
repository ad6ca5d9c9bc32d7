/** Planted: answers without end. */
const piece = Buffer.alloc(1024 * 1024);
const say = (): void => void process.stdout.write(piece, say);
say();
