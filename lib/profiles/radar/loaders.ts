import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import type { RadarDays } from "../pool/types";
import { getRadar } from "./queries";

export const loadRadar = cache((days: RadarDays) => readingAsStaff((ctx) => getRadar(ctx, days)));
