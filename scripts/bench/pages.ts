import { getCaseHeader } from "@/lib/cases/header/queries";
import { listCases } from "@/lib/cases/list/queries";
import { findCases } from "@/lib/cases/queries";
import { readListState } from "@/lib/cases/list/rules";
import { getCaseOverview } from "@/lib/cases/overview/queries";
import { getTimeline } from "@/lib/cases/timeline/queries";
import { getLeadTimeSettings } from "@/lib/checklist/lead-times/queries";
import { listReviewQueue } from "@/lib/checklist/queue/queries";
import { getChecklist } from "@/lib/checklist/queries";
import { getTemplateSettings } from "@/lib/checklist/template/queries";
import type { StaffContext } from "@/lib/command/actor-context";
import { getWindowBoard, listDeadlines } from "@/lib/deadlines/queries";
import { getCaseDocuments } from "@/lib/documents/queries";
import { getRoundPage } from "@/lib/draws/queries";
import { getConversation, searchMessages } from "@/lib/messages/queries";
import { findProgress, getProcessingPage } from "@/lib/processing/queries";
import { getPoolPage } from "@/lib/profiles/pool/queries";
import { getRadar } from "@/lib/profiles/radar/queries";
import { getReadyPage } from "@/lib/readiness/queries";
import { listFacts } from "@/lib/reports/facts/queries";
import { getReport } from "@/lib/reports/queries";
import { REPORTS } from "@/lib/reports/rules";
import { REPORT_NAMES, type ReportName } from "@/lib/reports/types";
import { getNavCounts, getToday } from "@/lib/tasks/today/queries";
import type { Sample } from "./samples";

type ListParams = Parameters<typeof readListState>[0];

/** A page of the product: what its loaders ask of the database. */
export interface Page {
  name: string;
  /** `managers`: only they have this question. */
  viewers: "everyone" | "managers";
  /** Tables of which it counts a year: where that is most of one, it may be read from end to end. */
  counts?: readonly string[];
  /** Tables that it may not read from end to end, beside those that no page may. */
  large?: readonly string[];
  read: (ctx: StaffContext, sample: Sample) => Promise<unknown>;
}

function list(
  name: string,
  params: (sample: Sample) => ListParams,
  viewers: Page["viewers"] = "everyone",
): Page {
  return {
    name: `Cases: ${name}`,
    viewers,
    read: (ctx, sample) => listCases(ctx, readListState(params(sample))),
  };
}

async function secondPage(ctx: StaffContext): Promise<unknown> {
  const first = await listCases(ctx, readListState({}));
  return listCases(ctx, readListState(first.next === null ? {} : { after: first.next }));
}

const LISTS: readonly Page[] = [
  list("first page", () => ({})),
  { name: "Cases: first page, then the second", viewers: "everyone", read: secondPage },
  list("by stage, in pool", () => ({ stage: "IN_POOL" })),
  list("by stage, preparation", () => ({ stage: "APPLICATION_PREPARATION" })),
  list("by stage, closed", () => ({ stage: "CLOSED" })),
  list("by program, CEC", () => ({ program: "CEC" })),
  list("by program, FST", () => ({ program: "FST" })),
  list("date in 7 days or less", () => ({ due: "7" })),
  list("date in 60 days or less", () => ({ due: "60", sort: "deadline" })),
  list("date has passed", () => ({ due: "passed" })),
  list("by consultant", ({ ownerId }) => ({ owner: ownerId }), "managers"),
  list(
    "by consultant, stage and program",
    ({ ownerId }) => ({ owner: ownerId, stage: "IN_POOL", program: "CEC" }),
    "managers",
  ),
  list("waiting on the client", () => ({ waiting: "client" })),
  list("waiting on a third party, by date", () => ({ waiting: "other", sort: "deadline" })),
  list("sorted by name", () => ({ sort: "name" })),
  list("sorted by next date", () => ({ sort: "deadline" })),
  list("sorted by next date, last first", () => ({ sort: "deadline", dir: "desc" })),
  list("sorted by CRS", () => ({ sort: "score" })),
  list("sorted by file number", () => ({ sort: "number" })),
  list("sorted by update, oldest first", () => ({ sort: "updated", dir: "asc" })),
  list("search, family name", ({ familyName }) => ({ q: familyName })),
  list("search, whole name", ({ displayName }) => ({ q: displayName })),
  list("search, file number", ({ number }) => ({ q: number })),
  list("search, e-mail", ({ email }) => ({ q: email })),
  list("search, NOC", ({ nocCode }) => ({ q: nocCode })),
  list("search, profile number", ({ profileNumber }) => ({ q: profileNumber })),
  list("search, nothing found", () => ({ q: "zzyzx quux" })),
  list("search, name in stage, by CRS", ({ familyName }) => ({
    q: familyName,
    stage: "IN_POOL",
    sort: "score",
  })),
  {
    name: "Search palette",
    viewers: "everyone",
    read: (ctx, { familyName }) => findCases(ctx, familyName.slice(0, 4)),
  },
];

const CASE_PAGES: readonly Page[] = [
  {
    name: "Case: head and overview",
    viewers: "everyone",
    read: async (ctx, { number }) => [await getCaseHeader(ctx, number), await getCaseOverview(ctx, number)],
  },
  {
    name: "Case: head and checklist",
    viewers: "everyone",
    read: async (ctx, { number }) => [await getCaseHeader(ctx, number), await getChecklist(ctx, number)],
  },
  {
    name: "Case: head and documents",
    viewers: "everyone",
    read: async (ctx, { number }) => [await getCaseHeader(ctx, number), await getCaseDocuments(ctx, number)],
  },
  {
    name: "Case: head and timeline",
    viewers: "everyone",
    read: async (ctx, { number, caseId }) => [
      await getCaseHeader(ctx, number),
      await getTimeline(ctx, caseId, null, null),
    ],
  },
  {
    name: "Case: head and messages",
    viewers: "everyone",
    large: ["message"],
    read: async (ctx, { number, caseId }) => [
      await getCaseHeader(ctx, number),
      await getConversation(ctx, caseId, { item: "general", before: null }),
    ],
  },
  {
    name: "Case: search in its messages",
    viewers: "everyone",
    large: ["message"],
    read: (ctx, { caseId }) => searchMessages(ctx, caseId, "certificate"),
  },
  {
    name: "Case: head and after submission",
    viewers: "everyone",
    read: async (ctx, { number }) => [
      await getCaseHeader(ctx, number),
      await findProgress(ctx, number),
      await getProcessingPage(ctx, number),
    ],
  },
];

const WHOLE_QUEUE = { caseNumber: null, consultantId: null, kind: null, order: "urgent" } as const;

/** What a report counts a year of. */
const COUNTED_BY: Readonly<Record<ReportName, readonly string[]>> = {
  "on-time": ["case_file", "invitation"],
  stages: ["case_file", "stage_change"],
  documents: ["case_file", "requirement_event"],
  returns: ["case_file", "document_version", "requirement"],
  intake: ["case_file", "stage_change"],
  workload: ["case_file", "invitation", "requirement"],
};

const REPORT_PAGES: readonly Page[] = REPORT_NAMES.map((name) => ({
  name: `Report: ${REPORTS[name].label.toLowerCase()}`,
  viewers: "everyone",
  counts: COUNTED_BY[name],
  read: (ctx) => getReport(ctx, name, {}),
}));

const REPORT_LISTS: readonly Page[] = REPORT_NAMES.map((name) => ({
  name: `Report: ${REPORTS[name].label.toLowerCase()}, behind a figure`,
  viewers: "everyone",
  counts: COUNTED_BY[name],
  read: (ctx) => listFacts(ctx, name, {}),
}));

/** What a manager looks at all day, and the reports: what the bench of deadlines measures. */
const DAY_PAGES: readonly Page[] = [
  { name: "Frame: counts of the navigation", viewers: "everyone", read: (ctx) => getNavCounts(ctx) },
  { name: "Today", viewers: "everyone", read: (ctx) => getToday(ctx) },
  { name: "Deadlines: board of windows", viewers: "everyone", read: (ctx) => getWindowBoard(ctx) },
];

export const DEADLINE_PAGES: readonly Page[] = [...DAY_PAGES, ...REPORT_PAGES];

/** Every page that is measured, in the order of the table. */
export const PAGES: readonly Page[] = [
  ...DAY_PAGES,
  ...LISTS,
  ...CASE_PAGES,
  {
    name: "Review queue, two pages",
    viewers: "everyone",
    read: async (ctx) => {
      const { after } = await listReviewQueue(ctx, WHOLE_QUEUE);
      return after === null ? null : listReviewQueue(ctx, WHOLE_QUEUE, { way: "after", lineId: after });
    },
  },
  {
    name: "Review queue, by kind, what waits longest",
    viewers: "everyone",
    read: (ctx) => listReviewQueue(ctx, { ...WHOLE_QUEUE, kind: "police", order: "oldest" }),
  },
  { name: "Deadlines: profiles", viewers: "everyone", read: (ctx) => listDeadlines(ctx, "profile") },
  {
    name: "Pool, first page",
    viewers: "everyone",
    read: (ctx) => getPoolPage(ctx, { after: null, held: null }),
  },
  { name: "Pool: score radar", viewers: "everyone", read: (ctx) => getRadar(ctx, 180) },
  { name: "Pool: ready if invited", viewers: "everyone", read: (ctx) => getReadyPage(ctx, undefined, null) },
  {
    name: "Draw against the pool",
    viewers: "everyone",
    read: (ctx, { roundId }) => getRoundPage(ctx, roundId, null),
  },
  ...REPORT_PAGES,
  ...REPORT_LISTS,
  { name: "Settings: checklist template", viewers: "everyone", read: (ctx) => getTemplateSettings(ctx) },
  { name: "Settings: lead times", viewers: "everyone", read: (ctx) => getLeadTimeSettings(ctx) },
];
