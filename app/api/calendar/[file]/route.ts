import type { NextRequest } from "next/server";
import { readingByFeed } from "@/lib/auth/calendar-feed";
import { withRoute } from "@/lib/auth/route-caller";
import { getCalendarText } from "@/lib/calendar/queries";

/** A person's deadlines as a calendar that programs subscribe to. Nobody is signed in: the secret in the address is the key. */
export function GET(
  request: NextRequest,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  return withRoute(request, async (call) => {
    const { file } = await params;
    const text = await readingByFeed(call, request, file, getCalendarText);
    return new Response(text, {
      headers: {
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": 'attachment; filename="landfall.ics"',
        "cache-control": "private, max-age=300",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "x-robots-tag": "noindex",
      },
    });
  });
}
