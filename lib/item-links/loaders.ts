import "server-only";
import { cookies } from "next/headers";
import { currentBrowser } from "@/lib/auth/browser";
import { runQuery } from "@/lib/command/run-query";
import { AppError } from "@/lib/errors/app-error";
import { runtime } from "@/lib/runtime/runtime";
import { openLink } from "./door";
import { getLinkedItem } from "./queries";
import type { LinkedItem } from "./types";

/** What this browser's link is for; null where it does not work, for whatever reason. */
export async function loadLinkedItem(ref: string): Promise<LinkedItem | null> {
  const current = await runtime();
  try {
    const caller = await openLink(current, await currentBrowser(), await cookies(), ref);
    return await runQuery(current, caller, getLinkedItem);
  } catch (error) {
    if (error instanceof AppError && (error.code === "NOT_FOUND" || error.code === "THROTTLED")) return null;
    throw error;
  }
}
