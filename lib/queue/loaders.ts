import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getQueuePage } from "./queries";

/** What the queue holds, for an administrator. */
export const loadQueue = cache(() => readingAsStaff(getQueuePage));
