import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getWindowBoard, listDeadlines } from "./queries";
import type { DeadlineKind } from "./types";

export const loadWindowBoard = cache(() => readingAsStaff((ctx) => getWindowBoard(ctx)));
export const loadDeadlines = cache((kind: DeadlineKind) => readingAsStaff((ctx) => listDeadlines(ctx, kind)));
