import type { NodePgDatabase } from "drizzle-orm/node-postgres";
import type * as tables from "./schema/tables";

/** A drizzle handle bound to one transaction. There is no other kind outside lib/db. */
export type Database = NodePgDatabase<typeof tables>;
