import "server-only";
import type { NextRequest } from "next/server";
import { authCookies, LINK_COOKIE_MAX_AGE } from "./cookies";
import { withRoute } from "./route-caller";

/**
 * The landing of a mailed link: moves its secret out of the address into a short-lived cookie and leads to the
 * form. Looks nothing up and uses nothing up, so a mail scanner that opens every link does no harm.
 */
export function landLink(
  request: NextRequest,
  token: string,
  form: "/invitation" | "/reset",
): Promise<Response> {
  return withRoute(request, ({ runtime }) => {
    const { link, attributes } = authCookies(runtime.env.appOrigin);
    const value = /^[\w-]{43}$/.test(token) ? token : "";
    const maxAge = value === "" ? 0 : LINK_COOKIE_MAX_AGE;
    const secure = attributes.secure ? "; Secure" : "";
    const headers = new Headers({
      location: `${runtime.env.appOrigin}${form}?link=1`,
      "cache-control": "private, no-store",
      "set-cookie": `${link}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`,
    });
    return Promise.resolve(new Response(null, { status: 303, headers }));
  });
}
