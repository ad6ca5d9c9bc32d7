import "server-only";
import { readingByLink } from "@/lib/auth/item-link";
import { getLinkedItem } from "./queries";

/** What this browser's link is for; null where it does not work, for whatever reason. */
export function loadLinkedItem(ref: string) {
  return readingByLink(ref, getLinkedItem);
}
