import type { NextRequest } from "next/server";
import { withRoute } from "@/lib/auth/route-caller";
import { landItemLink } from "@/lib/item-links/door";

/** Where a link for one item lands, however often it is opened. */
export function GET(
  request: NextRequest,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  return withRoute(request, async ({ runtime }) => landItemLink(runtime.env.appOrigin, (await params).token));
}
