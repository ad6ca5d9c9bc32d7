import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getLeaveScreen } from "./queries";

export const loadLeaveScreen = cache(() => readingAsStaff((ctx) => getLeaveScreen(ctx)));
