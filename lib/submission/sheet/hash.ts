import { createHash } from "node:crypto";
import { canonicalText } from "@/lib/people/history/rules";
import type { ConfirmedSheet } from "./types";

/** SHA-256 of a sheet, hex; of its text with the keys in order, since PostgreSQL keeps them in an order of its own. */
export function sheetHash(sheet: ConfirmedSheet): string {
  return createHash("sha256").update(canonicalText(sheet)).digest("hex");
}
