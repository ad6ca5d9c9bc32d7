import { sql } from "drizzle-orm";
import { index, integer, pgTable, text } from "drizzle-orm/pg-core";

/** National Occupational Classification 2021, version 1.0 (Statistics Canada and ESDC). Public facts. */
export const occupation = pgTable(
  "occupation",
  {
    code: text().primaryKey(),
    teer: integer().notNull(),
    titleEn: text().notNull(),
    titleFr: text().notNull(),
    definitionEn: text(),
    /** Code, titles and examples in both languages, folded by lib/occupations/rules.ts, for search. */
    searchText: text().notNull(),
    /** Titles and example titles in both languages as printed, so that a search can name its match. */
    titles: text()
      .array()
      .notNull()
      .default(sql`'{}'`),
  },
  (t) => [index("occupation_search").using("gin", sql`${t.searchText} gin_trgm_ops`)],
);
