import { z } from "zod";

/** A file of a report: its figures by the table's name, or the rows behind a figure. */
export const exportReportInput = z.object({
  name: z.string().max(40),
  /** `by-month.csv`, or `cases.csv`. */
  file: z.string().max(60),
  query: z.string().max(2_000),
});
