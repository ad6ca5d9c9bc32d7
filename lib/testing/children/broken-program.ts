/** Planted: dies in the middle of its answer, as a decoder that crashes. */
process.stdout.write(Buffer.of(0, 0, 1, 0, 123), () => process.kill(process.pid, "SIGSEGV"));
