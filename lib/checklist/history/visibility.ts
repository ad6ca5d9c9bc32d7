import "server-only";
import { sql } from "drizzle-orm";
import type { ActorContext } from "@/lib/command/actor-context";
import { requirementEvent } from "@/lib/db/schema/checklist";
import type { DocumentKind } from "@/lib/express-entry/documents/document-kind";

/** The newest documents of a kind say how long it takes now; older ones how long it took. */
const NEWEST = 500;

/**
 * What the newest accepted documents of some kinds took, in every file of the firm: durations without names, for all
 * its staff and for background work. The portal has no right on the history. Each kind is found by its index.
 */
export function visibleDurations(ctx: ActorContext, kinds: readonly DocumentKind[]) {
  const events = requirementEvent;
  const ofLine = (state: string) =>
    sql`from ${events} e where e.requirement_id = a.requirement_id and e.state = ${state} and e.at <= a.at`;
  const durations = sql`(
    select distinct on (a.requirement_id) a.requirement_id, a.person_id, a.kind, a.country,
      asked.at as requested_at, first_came.at as first_received_at,
      came.at as received_at, a.at as accepted_at, sent_back.times as returns
    from unnest(array[${sql.join(
      kinds.map((kind) => sql`${kind}::text`),
      sql`, `,
    )}]) as k(kind)
    cross join lateral (
      select e.* from ${events} e where e.kind = k.kind and e.state = 'accepted' order by e.at desc limit ${NEWEST}
    ) a
    cross join lateral (select min(e.at) as at ${ofLine("requested")}) asked
    cross join lateral (select max(e.at) as at ${ofLine("received")}) came
    cross join lateral (select min(e.at) as at ${ofLine("received")} and e.at >= asked.at) first_came
    cross join lateral (select count(*)::int as times ${ofLine("returned")}) sent_back
    where came.at >= asked.at
    order by a.requirement_id, a.at desc
  ) as d`;
  return ctx.db
    .select({
      requirementId: sql<string>`d.requirement_id`.as("requirement_id"),
      personId: sql<string | null>`d.person_id`.as("person_id"),
      kind: sql<DocumentKind>`d.kind`.as("kind"),
      country: sql<string | null>`d.country`.as("country"),
      requestedAt: sql`d.requested_at`.mapWith(requirementEvent.at).as("requested_at"),
      firstReceivedAt: sql`d.first_received_at`.mapWith(requirementEvent.at).as("first_received_at"),
      receivedAt: sql`d.received_at`.mapWith(requirementEvent.at).as("received_at"),
      acceptedAt: sql`d.accepted_at`.mapWith(requirementEvent.at).as("accepted_at"),
      returns: sql<number>`d.returns`.as("returns"),
    })
    .from(durations)
    .as("visible_duration");
}
