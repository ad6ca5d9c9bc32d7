import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getNavCounts, getToday } from "./queries";

export const loadNavCounts = cache(() => readingAsStaff(getNavCounts));

export const loadToday = cache(() => readingAsStaff(getToday));
