import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getLeadTimeSettings } from "./queries";

export const loadLeadTimeSettings = cache(() => readingAsStaff((ctx) => getLeadTimeSettings(ctx)));
