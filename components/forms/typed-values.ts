import type { ActionResult } from "@/lib/command/action-result";

/** What a refusal hands back of the typed text: `values` beside `fieldErrors`. */
export function typedValues(
  failure: Extract<ActionResult<unknown>, { ok: false }> | null,
): Readonly<Record<string, string>> {
  return failure?.values ?? {};
}
