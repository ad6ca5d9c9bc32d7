import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getCaseTasks } from "./queries";

export const loadCaseTasks = cache((number: string) => readingAsStaff((ctx) => getCaseTasks(ctx, number)));
