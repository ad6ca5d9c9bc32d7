import "server-only";
import { cache } from "react";
import { readingAsClient, readingAsStaff } from "@/lib/auth/reading";
import { getFeedScreen } from "./queries";

export const loadFeedScreen = cache(() => readingAsStaff((ctx) => getFeedScreen(ctx)));
export const loadClientFeed = cache(() => readingAsClient((ctx) => getFeedScreen(ctx)));
