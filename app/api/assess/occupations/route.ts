import type { NextRequest } from "next/server";
import { publicFormCaller } from "@/lib/auth/public-form";
import { withRoute } from "@/lib/auth/route-caller";
import { runQuery } from "@/lib/command/run-query";
import { titlesForBrowser } from "@/lib/enquiries/occupations/rules";
import type { OccupationRow } from "@/lib/enquiries/occupations/types";
import { listOccupationTitles } from "@/lib/occupations/queries";

/** By language: the classification changes with a release of the software, so it is read once a process. */
const lists = new Map<string, readonly OccupationRow[]>();

/** Occupations in one language, for a search in the visitor's own browser. Public facts. */
export function GET(request: NextRequest): Promise<Response> {
  return withRoute(request, async ({ runtime, trace }) => {
    const language = request.nextUrl.searchParams.get("lang") === "fr" ? "fr" : "en";
    let list = lists.get(language);
    if (list === undefined) {
      const caller = publicFormCaller("public-assessment", trace);
      const rows = await runQuery(runtime, caller, listOccupationTitles);
      list = titlesForBrowser(rows, language);
      // An empty classification is still being loaded.
      if (list.length > 0) lists.set(language, list);
    }
    return Response.json(list, { headers: { "cache-control": "private, no-store" } });
  });
}
