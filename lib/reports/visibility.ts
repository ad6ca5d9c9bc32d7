import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { ENDED_STAGES } from "@/lib/cases/rules";
import { caseVisibleTo } from "@/lib/cases/visibility";
import type { StaffContext } from "@/lib/command/actor-context";
import { requirementEvent } from "@/lib/db/schema/checklist";
import { caseFile, stageChange, submission, type CaseStage } from "@/lib/db/schema/cases";
import { document, documentVersion, requirement } from "@/lib/db/schema/documents";
import { invitation } from "@/lib/db/schema/pool";
import { INVITATION_DAYS } from "@/lib/express-entry/timing/invitation-window";
import { DEPTH_OF_STAGE } from "./rules";
import type { FactSet, Span } from "./types";

const NO_DAYS = sql`null::integer as days, null::integer as client_days`;
const OF_CASE = sql`${caseFile.id} as case_id, ${caseFile.number} as number, ${caseFile.displayName} as display_name,
  ${caseFile.ownerId} as owner_id, ${caseFile.stage} as stage`;

const dayOf = (instant: SQL, zone: SQL) => sql`(${instant} at time zone ${zone})::date`;
const instantOf = (at: Date) => sql`${at.toISOString()}::timestamptz`;
const zoneOf = (span: Span) => sql`${span.timeZone}::text`;

/**
 * 60-day windows whose end, what became of them, lies in the period. Met on or before the last day: on the day it was
 * sent. Declined: on the day it was declined. Ended with the file: when that was. Everything else is missed, on its
 * last day. No window ends after its last day, nor earlier than it began, so that the index on it finds them.
 */
function endedWindows(span: Span): SQL {
  const sent = sql`(coalesce(s.submitted_at, case when i.status = 'submitted' then i.closed_at end) at time zone i.time_zone)::date`;
  const closed = sql`least((i.closed_at at time zone i.time_zone)::date, i.deadline_date)`;
  const outcome = sql`case when sent.day <= i.deadline_date then 'met' when i.status = 'declined' then 'declined'
    when i.status = 'cancelled' then 'withdrawn' else 'missed' end`;
  return sql`select i.id, ${OF_CASE}, ended.on_day, ended.outcome as grp, '' as part, 0 as depth, ${NO_DAYS}
    from ${invitation} i
    left join ${submission} s on s.invitation_id = i.id
    left join ${caseFile} on ${caseFile.id} = i.case_id
    cross join lateral (select ${sent} as day) sent
    cross join lateral (select ${outcome} as outcome) judged
    cross join lateral (select judged.outcome, case judged.outcome when 'met' then sent.day
      when 'missed' then i.deadline_date else ${closed} end as on_day) ended
    where i.deadline_date between ${span.from}::date and ${span.to}::date + ${INVITATION_DAYS}::integer
      and (i.status <> 'open' or i.deadline_date < ${span.today}::date)
      and ended.on_day between ${span.from}::date and ${span.to}::date`;
}

/** Stays in a stage that ended in the period: from the day the file came there to the day it left. */
function stays(span: Span): SQL {
  const zone = zoneOf(span);
  const left = sql`coalesce(gone.happened_on, ${dayOf(sql`gone.at`, zone)})`;
  const came = sql`coalesce(came.happened_on, ${dayOf(sql`came.at`, zone)})`;
  return sql`select gone.id, ${OF_CASE}, ${dayOf(sql`gone.at`, zone)} as on_day, gone.from_stage as grp, '' as part, 0 as depth,
      greatest(0, ${left} - entered.day) as days, null::integer as client_days
    from ${stageChange} gone
    left join ${caseFile} on ${caseFile.id} = gone.case_id
    cross join lateral (select ${came} as day from ${stageChange} came
      where came.case_id = gone.case_id and came.at < gone.at order by came.at desc limit 1) entered
    where gone.from_stage is not null and gone.at >= ${instantOf(span.start)} and gone.at < ${instantOf(span.end)}`;
}

/** Documents that were asked for, came and were accepted, counted on the day of their last acceptance. */
function documents(span: Span): SQL {
  const zone = zoneOf(span);
  const asked = dayOf(sql`line.asked`, zone);
  const came = dayOf(sql`line.came`, zone);
  const accepted = dayOf(sql`a.at`, zone);
  return sql`select a.id, ${OF_CASE}, ${accepted} as on_day, a.kind as grp, coalesce(a.country, '') as part,
      line.returns as depth, greatest(0, ${accepted} - ${asked}) as days, greatest(0, ${came} - ${asked}) as client_days
    from ${requirementEvent} a
    left join ${caseFile} on ${caseFile.id} = a.case_id
    cross join lateral (select min(e.at) filter (where e.state = 'requested') as asked,
        max(e.at) filter (where e.state = 'received' and e.at <= a.at) as came,
        max(e.at) filter (where e.state = 'accepted') as accepted,
        (count(*) filter (where e.state = 'returned' and e.at <= a.at))::integer as returns
      from ${requirementEvent} e where e.requirement_id = a.requirement_id) line
    where a.state = 'accepted' and a.at >= ${instantOf(span.start)} and a.at < ${instantOf(span.end)}
      and line.accepted = a.at and line.came >= line.asked`;
}

/** Files that were reviewed in the period and stand accepted, or returned with a reason. */
function reviews(span: Span): SQL {
  const zone = zoneOf(span);
  return sql`select v.id, ${OF_CASE}, ${dayOf(sql`v.reviewed_at`, zone)} as on_day, coalesce(r.kind, '') as grp,
      case when v.state = 'returned' then coalesce(v.return_code, 'other') else '' end as part,
      (v.state = 'returned')::integer as depth, ${NO_DAYS}
    from ${documentVersion} v
    left join ${caseFile} on ${caseFile.id} = v.case_id
    left join ${document} d on d.id = v.document_id
    left join ${requirement} r on r.id = d.requirement_id
    where v.state in ('accepted', 'returned')
      and v.reviewed_at >= ${instantOf(span.start)} and v.reviewed_at < ${instantOf(span.end)}`;
}

/** How far each stage is on the way from enquiry to landing, as SQL. */
function depthOfStage(): SQL {
  const stages = Object.entries(DEPTH_OF_STAGE).filter(([, depth]) => depth > 0);
  return sql`case step.to_stage ${sql.join(
    stages.map(([stage, depth]) => sql`when ${stage}::text then ${depth}::integer`),
    sql` `,
  )} else 0 end`;
}

/** Files opened in the period, each with how far it has come by now. */
function enquiries(span: Span): SQL {
  return sql`select ${caseFile.id} as id, ${OF_CASE}, ${dayOf(sql`${caseFile.createdAt}`, zoneOf(span))} as on_day,
      coalesce(${caseFile.source}, '') as grp, '' as part, reached.depth, ${NO_DAYS}
    from ${caseFile}
    cross join lateral (select coalesce(max(${depthOfStage()}), 0) as depth
      from ${stageChange} step where step.case_id = ${caseFile.id}) reached
    where ${caseFile.createdAt} >= ${instantOf(span.start)} and ${caseFile.createdAt} < ${instantOf(span.end)}`;
}

const ENDED: readonly CaseStage[] = ENDED_STAGES;

/** Files on which there is something to do, by the stage they are in. */
function openCases(span: Span): SQL {
  const stages = Object.keys(DEPTH_OF_STAGE).filter((stage) => !ENDED.some((ended) => ended === stage));
  return sql`select ${caseFile.id} as id, ${OF_CASE}, ${dayOf(sql`${caseFile.stageSince}`, zoneOf(span))} as on_day,
      ${caseFile.stage} as grp, '' as part, 0 as depth, ${NO_DAYS}
    from ${caseFile} where ${caseFile.stage} in (${sql.join(
      stages.map((stage) => sql`${stage}`),
      sql`, `,
    )})`;
}

/** Windows that run, by their last day. */
function openWindows(span: Span): SQL {
  return sql`select i.id, ${OF_CASE}, i.deadline_date as on_day, '' as grp, '' as part, 0 as depth, ${NO_DAYS}
    from ${invitation} i left join ${caseFile} on ${caseFile.id} = i.case_id
    where i.status = 'open' and i.deadline_date >= ${span.today}::date`;
}

/** Documents that came in and wait for somebody's eyes. */
function waitingReviews(span: Span): SQL {
  return sql`select r.id, ${OF_CASE}, ${dayOf(sql`coalesce(r.received_at, r.updated_at)`, zoneOf(span))} as on_day,
      r.kind as grp, '' as part, 0 as depth, ${NO_DAYS}
    from ${requirement} r left join ${caseFile} on ${caseFile.id} = r.case_id
    where r.state in ('received', 'in_review') and not r.no_longer_needed`;
}

const SETS: Readonly<Record<FactSet, (span: Span) => SQL>> = {
  ended_windows: endedWindows,
  stays,
  documents,
  reviews,
  enquiries,
  open_cases: openCases,
  open_windows: openWindows,
  waiting_reviews: waitingReviews,
};

/**
 * What a report counts, one row a fact, of the cases this actor sees: figures and the lists behind them select from
 * the same rows, so that they cannot disagree. Every row has its case: it is joined from the left, so that for who sees
 * all cases the planner need not look at it.
 */
export function visibleFacts(ctx: StaffContext, set: FactSet, span: Span) {
  const facts = sql`(${SETS[set](span)} and ${caseVisibleTo(ctx.actor)}) as f`;
  return ctx.db
    .select({
      id: sql<string>`f.id`.as("id"),
      caseId: sql<string>`f.case_id`.as("case_id"),
      number: sql<string>`f.number`.as("number"),
      displayName: sql<string>`f.display_name`.as("display_name"),
      ownerId: sql<string>`f.owner_id`.as("owner_id"),
      stage: sql<CaseStage>`f.stage`.as("stage"),
      on: sql<string>`to_char(f.on_day, 'YYYY-MM-DD')`.as("on_day"),
      month: sql<string>`to_char(f.on_day, 'YYYY-MM')`.as("month"),
      group: sql<string>`f.grp`.as("grp"),
      part: sql<string>`f.part`.as("part"),
      depth: sql<number>`f.depth`.as("depth"),
      days: sql<number | null>`f.days`.as("days"),
      clientDays: sql<number | null>`f.client_days`.as("client_days"),
    })
    .from(facts)
    .as("fact");
}
