import "server-only";
import { and, eq, gt, isNotNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { caseVisibleTo } from "@/lib/cases/visibility";
import type { StaffContext } from "@/lib/command/actor-context";
import { caseFile } from "@/lib/db/schema/cases";
import { documentVersion, requirement } from "@/lib/db/schema/documents";
import { factChange, person } from "@/lib/db/schema/facts";
import { documentFlag, reviewHold } from "@/lib/db/schema/reviews";
import { appUser } from "@/lib/db/schema/users";
import { HOLD_MINUTES } from "./rules";

/** The holds on documents of the cases this actor sees. */
export function visibleHolds(ctx: StaffContext) {
  return ctx.db
    .select({
      requirementId: reviewHold.requirementId,
      caseId: reviewHold.caseId,
      heldBy: reviewHold.heldBy,
      name: appUser.name,
      takenAt: reviewHold.takenAt,
      activeAt: reviewHold.activeAt,
    })
    .from(reviewHold)
    .innerJoin(caseFile, eq(caseFile.id, reviewHold.caseId))
    .innerJoin(appUser, eq(appUser.id, reviewHold.heldBy))
    .where(caseVisibleTo(ctx.actor))
    .as("visible_hold");
}

/** Documents of the cases this actor sees that wait for a decision, with what the queue is narrowed and ordered by. */
export function visibleReviewQueue(ctx: StaffContext) {
  const owner = alias(appUser, "owner");
  const holder = alias(appUser, "holder");
  const alive = gt(reviewHold.activeAt, new Date(ctx.now.getTime() - HOLD_MINUTES * 60_000));
  return ctx.db
    .select({
      requirementId: requirement.id,
      title: requirement.title,
      kind: requirement.kind,
      receivedAt: requirement.receivedAt,
      caseNumber: caseFile.number,
      caseName: caseFile.displayName,
      dueOn: caseFile.nextDeadlineOn,
      personName: person.givenName,
      consultantId: caseFile.ownerId,
      consultant: sql<string>`${owner.name}`.as("consultant_name"),
      heldById: sql<string | null>`${reviewHold.heldBy}`.as("held_by_id"),
      heldBy: sql<string | null>`${holder.name}`.as("held_by_name"),
    })
    .from(requirement)
    .innerJoin(caseFile, eq(caseFile.id, requirement.caseId))
    .innerJoin(owner, eq(owner.id, caseFile.ownerId))
    .leftJoin(person, eq(person.id, requirement.personId))
    .leftJoin(reviewHold, and(eq(reviewHold.requirementId, requirement.id), alive))
    .leftJoin(holder, eq(holder.id, reviewHold.heldBy))
    .where(
      and(
        caseVisibleTo(ctx.actor),
        // As the partial index requirement_waiting says it.
        sql`${requirement.state} in ('received', 'in_review')`,
        eq(requirement.noLongerNeeded, false),
      ),
    )
    .as("visible_review");
}

/** Where each line stands in the queue's two orders, whether it waits or not: a page goes on from where it was. */
export function visibleQueueKeys(ctx: StaffContext) {
  return ctx.db
    .select({ id: requirement.id, dueOn: caseFile.nextDeadlineOn, receivedAt: requirement.receivedAt })
    .from(requirement)
    .innerJoin(caseFile, eq(caseFile.id, requirement.caseId))
    .where(caseVisibleTo(ctx.actor))
    .as("queue_key");
}

/** What documents of the cases this actor sees say against the facts, and how it was settled. */
export function visibleFlags(ctx: StaffContext) {
  const flagger = alias(appUser, "flagger");
  const settler = alias(appUser, "settler");
  const corrected = and(
    eq(factChange.factId, documentFlag.factId),
    sql`${factChange.field} = any(${documentFlag.columns})`,
    gt(factChange.changedAt, documentFlag.flaggedAt),
  );
  const firstCorrection = <T>(column: typeof factChange.changedAt | typeof appUser.name) =>
    sql<T | null>`(select ${column} from ${factChange} left join ${appUser} on ${appUser.id} = ${factChange.changedBy}
      where ${corrected} order by ${factChange.changedAt} limit 1)`;
  return (
    ctx.db
      .select({
        id: documentFlag.id,
        caseId: documentFlag.caseId,
        requirementId: documentFlag.requirementId,
        versionId: documentFlag.versionId,
        lineTitle: requirement.title,
        factKind: documentFlag.factKind,
        factId: documentFlag.factId,
        field: documentFlag.field,
        label: documentFlag.label,
        factSays: documentFlag.factSays,
        documentSays: documentFlag.documentSays,
        by: sql<string>`${flagger.name}`.as("flagger_name"),
        flaggedAt: documentFlag.flaggedAt,
        settledBy: sql<string | null>`${settler.name}`.as("settler_name"),
        resolvedAt: documentFlag.resolvedAt,
        reason: documentFlag.reason,
        correctedAt: firstCorrection<Date>(factChange.changedAt)
          .mapWith(documentFlag.flaggedAt)
          .as("corrected_at"),
        correctedBy: firstCorrection<string>(appUser.name).as("corrected_by"),
        stands:
          sql<boolean>`${documentFlag.resolvedAt} is null and not exists (select 1 from ${factChange} where ${corrected})`.as(
            "stands",
          ),
      })
      .from(documentFlag)
      .innerJoin(caseFile, eq(caseFile.id, documentFlag.caseId))
      .innerJoin(requirement, eq(requirement.id, documentFlag.requirementId))
      .innerJoin(flagger, eq(flagger.id, documentFlag.flaggedBy))
      .leftJoin(settler, eq(settler.id, documentFlag.resolvedBy))
      // They repeat facts of people, which administrators do not see.
      .where(and(caseVisibleTo(ctx.actor), ctx.actor.role === "administrator" ? sql`false` : undefined))
      .as("visible_flag")
  );
}

/** Files of the cases this actor sees that the firm put together itself. */
export function visibleOrigins(ctx: StaffContext) {
  return ctx.db
    .select({
      versionId: documentVersion.id,
      caseId: documentVersion.caseId,
      madeFrom: documentVersion.madeFrom,
    })
    .from(documentVersion)
    .innerJoin(caseFile, eq(caseFile.id, documentVersion.caseId))
    .where(and(caseVisibleTo(ctx.actor), isNotNull(documentVersion.madeFrom)))
    .as("visible_origin");
}
