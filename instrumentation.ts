/** Runs once when the web process starts, before its first request. */
export async function register(): Promise<void> {
  // Next also loads this file for its edge runtime, which we do not use and which has no sockets.
  if (process.release?.name !== "node") return;
  const { startWebProcess } = await import("@/lib/runtime/web-process");
  await startWebProcess();
}
