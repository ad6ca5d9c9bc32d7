import "server-only";
import { cache } from "react";
import { readingAsStaff } from "@/lib/auth/reading";
import { getNewDraft, getRulesOverview, getVersionPage } from "./queries";
import type { RuleKind } from "./types";

/** Every kind of rule with its versions. */
export const loadRulesOverview = cache(() => readingAsStaff(getRulesOverview));

/** A version with its figures beside those before it. */
export const loadRuleVersion = cache((id: string) => readingAsStaff((ctx) => getVersionPage(ctx, id)));

/** What a new draft starts with. */
export const loadNewDraft = cache((kind: RuleKind) => readingAsStaff((ctx) => getNewDraft(ctx, kind)));
