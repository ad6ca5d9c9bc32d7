import { isClientContext } from "@/lib/command/actor-context";
import { getFactsPage } from "@/lib/submission/sheet/queries";
import type { TestCase, TestFirm } from "./firm";

/** What the client's form sends when they confirm the facts that their page shows now. */
export async function shownFacts(firm: TestFirm, file: TestCase, locale = "en") {
  const page = await firm.read(file.client, (ctx) => {
    if (!isClientContext(ctx)) throw new Error("not a client");
    return getFactsPage(ctx, locale);
  });
  const { caseId, factsVersion, sheet, sha256 } = page;
  return { caseId, factsVersion, locale, on: sheet.on, sha256, confirmed: true };
}
