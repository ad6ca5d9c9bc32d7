import "server-only";
import { cache } from "react";
import { reading } from "@/lib/auth/reading";
import { getRuleTables } from "./queries";

/** The firm's tables, once a request. */
export const loadRuleTables = cache(() => reading(getRuleTables));
