import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getRadar } from "./queries";
import type { RadarDays } from "./types";

export const loadRadar = cache((days: RadarDays) => readingAsStaff((ctx) => getRadar(ctx, days)));
