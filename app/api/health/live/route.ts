/** Whether this process answers; asks nobody else (SECURITY.md 6.7). */
export function GET(): Response {
  return new Response("ok\n", {
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}
