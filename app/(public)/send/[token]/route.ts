import type { NextRequest } from "next/server";
import { landItemLink } from "@/lib/auth/item-link";
import { withRoute } from "@/lib/auth/route-caller";

/** Where a link for one item lands, however often it is opened. */
export function GET(
  request: NextRequest,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  return withRoute(request, async ({ runtime }) => landItemLink(runtime.env.appOrigin, (await params).token));
}
