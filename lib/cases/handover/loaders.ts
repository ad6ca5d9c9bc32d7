import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { listHandovers } from "./queries";

export const loadHandovers = cache((number: string) => readingAsStaff((ctx) => listHandovers(ctx, number)));
