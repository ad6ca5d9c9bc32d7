import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getCatalogue, getStreamPage } from "./queries";

export const loadCatalogue = cache(() => readingAsStaff((ctx) => getCatalogue(ctx)));

export const loadStreamPage = cache((id: string) => readingAsStaff((ctx) => getStreamPage(ctx, id)));
