import "server-only";
import { asc, count, desc, eq, inArray } from "drizzle-orm";
import { getFirmDay } from "@/lib/cases/queries";
import { visibleColleagues } from "@/lib/cases/visibility";
import type { ActorContext, StaffContext } from "@/lib/command/actor-context";
import { forbidden, notFound } from "@/lib/errors/app-error";
import { shippedTables, type RuleTables } from "@/lib/express-entry/rule-tables";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { can, isAllowed } from "@/lib/policy/can";
import { faultsOf, KIND_LABELS, suggestedKey, withEntered, withHead, type EnteredTable } from "./rules";
import { besideBefore, sheetOf } from "./sheet/sheet";
import {
  RULE_KINDS,
  type NewDraft,
  type PlainFault,
  type RuleKind,
  type RulesOverview,
  type RuleVersion,
  type RuleVersionPage,
  type RunKind,
  type RunProgress,
} from "./types";
import {
  attestedOf,
  inForceOf,
  versionBefore,
  versionsOf,
  type RuleRow,
  type VersionWithBody,
} from "./versions";
import {
  activatedRuleTables,
  dailyRuns,
  rescoredFiles,
  visibleRuleRuns,
  visibleRuleTables,
} from "./visibility";

async function listActivated(ctx: ActorContext) {
  const tables = activatedRuleTables(ctx);
  return ctx.db.select().from(tables).orderBy(asc(tables.activatedAt), asc(tables.id));
}

/** Entered tables in force or to come, in the order of their activation. */
export async function listActiveTables(ctx: ActorContext): Promise<EnteredTable[]> {
  return (await listActivated(ctx)).filter(({ status }) => status === "active");
}

async function readBundle(ctx: ActorContext): Promise<RuleTables> {
  const tables = await listActivated(ctx);
  const active = tables.filter(({ status }) => status === "active");
  const retired = tables.filter(({ status }) => status === "retired");
  return withEntered(shippedTables, active, retired);
}

const bundles = new WeakMap<ActorContext, Promise<RuleTables>>();

/**
 * The tables the firm computes with: what was shipped, and what its administrators have entered and activated since.
 * Read once a transaction; pass them on to the engine as `{ tables }`.
 */
export function getRuleTables(ctx: ActorContext): Promise<RuleTables> {
  const known = bundles.get(ctx);
  if (known) return known;
  const reading = readBundle(ctx);
  bundles.set(ctx, reading);
  return reading;
}

type TableRow = Awaited<ReturnType<typeof selectTables>>[number];

function selectTables(ctx: StaffContext) {
  const tables = visibleRuleTables(ctx);
  return ctx.db.select().from(tables).orderBy(asc(tables.activatedAt), asc(tables.createdAt));
}

/** Names of the people on record, by id. */
async function namesOf(ctx: StaffContext, rows: readonly TableRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = rows.flatMap(({ createdBy, activatedBy, retiredBy }) => [createdBy, activatedBy, retiredBy]);
  const people = [...new Set(ids.filter((id) => id !== null))];
  if (people.length === 0) return new Map();
  const colleagues = visibleColleagues(ctx);
  const found = await ctx.db
    .select({ id: colleagues.id, name: colleagues.name })
    .from(colleagues)
    .where(inArray(colleagues.id, people));
  return new Map(found.map(({ id, name }) => [id, name]));
}

async function listRows(ctx: StaffContext): Promise<RuleRow[]> {
  const rows = await selectTables(ctx);
  const names = await namesOf(ctx, rows);
  const byWhom = (id: string | null, at: Date | null) =>
    at === null ? null : { by: names.get(id ?? "") ?? "somebody", at };
  return rows.map(({ createdBy, createdAt, activatedBy, activatedAt, retiredBy, retiredAt, ...row }) => ({
    ...row,
    entered: byWhom(createdBy, createdAt) ?? { by: "somebody", at: createdAt },
    activated: byWhom(activatedBy, activatedAt),
    retired: byWhom(retiredBy, retiredAt),
  }));
}

/** Every version of a kind with its figures, the newest first. */
export async function listVersions(
  ctx: StaffContext,
  kind: RuleKind,
  today: IsoDate,
): Promise<VersionWithBody[]> {
  return versionsOf(kind, await listRows(ctx), today);
}

function withoutBody({ body: _body, ...version }: VersionWithBody): RuleVersion {
  return version;
}

function requireReader(ctx: StaffContext): void {
  const decision = can(ctx.actor, "rules.read");
  if (!decision.allowed) throw forbidden(decision.reason);
}

/** Each kind with its versions. */
export async function getRulesOverview(ctx: StaffContext): Promise<RulesOverview> {
  requireReader(ctx);
  const { today, timeZone } = await getFirmDay(ctx);
  const rows = await listRows(ctx);
  return {
    today,
    timeZone,
    kinds: RULE_KINDS.map((kind) => ({ kind, versions: versionsOf(kind, rows, today).map(withoutBody) })),
    allowed: { manage: isAllowed(ctx.actor, "rules.manage") },
  };
}

export interface FoundVersion {
  version: VersionWithBody;
  /** All of its kind. */
  versions: readonly VersionWithBody[];
  today: IsoDate;
  timeZone: string;
}

/** A version by the row of an entered one or by its name, the name of what is in force first. NOT_FOUND without one. */
export async function getVersion(ctx: StaffContext, idOrKey: string): Promise<FoundVersion> {
  requireReader(ctx);
  const { today, timeZone } = await getFirmDay(ctx);
  const rows = await listRows(ctx);
  const kinds = RULE_KINDS.map((kind) => versionsOf(kind, rows, today));
  const all = kinds.flat();
  const found =
    all.find(({ id }) => id === idOrKey) ??
    all.find(({ key, status }) => key === idOrKey && status === "active") ??
    all.find(({ key }) => key === idOrKey);
  if (!found) throw notFound();
  return {
    version: found,
    versions: kinds.find((versions) => versions.includes(found)) ?? [],
    today,
    timeZone,
  };
}

/** The newest run of a kind about a table. */
export async function findRun(
  ctx: StaffContext,
  version: RuleVersion,
  kind: RunKind,
): Promise<RunProgress | null> {
  if (version.origin === "shipped") return null;
  const runs = visibleRuleRuns(ctx);
  const rows = await ctx.db
    .select()
    .from(runs)
    .where(eq(runs.ruleTableId, version.id))
    .orderBy(desc(runs.requestedAt));
  const run = rows.find((row) => row.kind === kind);
  if (!run) return null;
  const { id, state, onDate: on, total, done, requestedAt, finishedAt, tableVersion } = run;
  return {
    ...{ id, kind, state, on, total, done, requestedAt, finishedAt },
    stale: kind === "comparison" && tableVersion !== version.version,
  };
}

/** Whether the re-scoring of today, in the firm's zone, is planned or done. For background work. */
export async function isDayScored(ctx: ActorContext): Promise<boolean> {
  const { today } = await getFirmDay(ctx);
  const runs = dailyRuns(ctx);
  const [run] = await ctx.db.select().from(runs).where(eq(runs.on, today));
  return run !== undefined;
}

async function countRescored(ctx: StaffContext): Promise<number> {
  const files = rescoredFiles(ctx);
  const [row] = await ctx.db.select({ files: count() }).from(files);
  return row?.files ?? 0;
}

/** What keeps a draft from coming into force: a source that is still to come is asked for when it is activated. */
export function faultsOfVersion({
  kind,
  key,
  body,
  effectiveFrom,
  source,
  status,
}: VersionWithBody): PlainFault[] {
  if (status !== "draft") return [];
  return faultsOf(kind, withHead(kind, body, { key, effectiveFrom, source: source || "to be entered" }));
}

/** A version with its figures beside those before it. */
export async function getVersionPage(ctx: StaffContext, idOrKey: string): Promise<RuleVersionPage> {
  const { version, versions, today, timeZone } = await getVersion(ctx, idOrKey);
  const before = versionBefore(versions, version);
  const sheet = sheetOf(version.kind, version.body);
  const compared = before
    ? besideBefore(sheet, sheetOf(version.kind, before.body))
    : { sheet, differences: 0 };
  const manages = isAllowed(ctx.actor, "rules.manage");
  const isDraft = version.status === "draft";
  const faults = faultsOfVersion(version);
  return {
    version: withoutBody(version),
    ...{ today, timeZone, faults },
    sheet: compared.sheet,
    attested: attestedOf(version),
    before: before && sheet.length > 0 ? { id: before.id, key: before.key } : null,
    differences: compared.differences,
    json: JSON.stringify(version.body, null, 2),
    highWage: version.kind === "crs" && version.hasValues ? "high_wage" in version.body : null,
    comparison: await findRun(ctx, version, "comparison"),
    rescore: await findRun(ctx, version, "rescore"),
    files: manages ? await countRescored(ctx) : 0,
    allowed: {
      edit: manages && isDraft,
      activate: manages && isDraft && faults.length === 0,
      retire: manages && version.status === "active" && version.origin === "entered",
      startFrom: manages,
    },
  };
}

/** What the form of a new draft starts with: the name and day of a version that still waits for its figures. */
export async function getNewDraft(ctx: StaffContext, kind: RuleKind): Promise<NewDraft> {
  const decision = can(ctx.actor, "rules.manage");
  if (!decision.allowed) throw forbidden(decision.reason);
  const { today } = await getFirmDay(ctx);
  const versions = await listVersions(ctx, kind, today);
  const taken = new Set(versions.filter((version) => version.hasValues).map(({ key }) => key));
  const declared = versions.find(
    ({ status, key, ...version }) => status === "active" && !version.hasValues && !taken.has(key),
  );
  return {
    kind,
    title: `New ${KIND_LABELS[kind].one}`,
    today,
    startsFrom: inForceOf(versions, today)?.key ?? null,
    declared: declared ? { key: declared.key, effectiveFrom: declared.effectiveFrom } : null,
    suggestedKey: declared?.key ?? suggestedKey(kind, today, taken),
  };
}
