/** Runs once when the web process starts, before its first request. */
export async function register(): Promise<void> {
  // Next compiles this file for its edge runtime too, where nothing of ours runs. It replaces this expression by
  // a constant and drops the branch: read any other way, Node's own modules would be bundled for the edge.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { startWebProcess } = await import("@/lib/runtime/web-process");
    await startWebProcess();
  }
}
