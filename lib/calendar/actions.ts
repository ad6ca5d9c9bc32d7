"use server";

import { defineAction } from "@/lib/command/define-action";
import { makeFeed } from "./commands/make-feed";
import { revokeFeed } from "./commands/revoke-feed";

export const makeFeedAction = defineAction(makeFeed);
export const revokeFeedAction = defineAction(revokeFeed);
