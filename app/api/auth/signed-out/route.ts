/** After signing out: what the browser kept of private pages goes, then the sign-in page. */
export function GET(): Response {
  return new Response(null, {
    status: 303,
    headers: {
      location: "/sign-in?signed-out=1",
      "clear-site-data": '"cache", "storage"',
      "cache-control": "private, no-store",
    },
  });
}
