import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { calendarFeed } from "@/lib/db/schema/calendar";
import { forbidden } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { hashToken, newToken } from "@/lib/ids/token";
import { mayHaveAll } from "../queries";
import { makeFeedInput } from "../schemas";

/**
 * Makes a person's calendar feed, in place of the one that they had, whose address ends with it. The address is in the
 * result and nowhere else: the database keeps its hash.
 */
export const makeFeed = defineCommand({
  name: "calendar.make",
  input: makeFeedInput,
  openTo: ["staff", "client"],
  load: (ctx) => Promise.resolve({ mayHaveAll: mayHaveAll(ctx) }),
  authorise: (_actor, facts, { scope }) =>
    scope !== "all" || facts.mayHaveAll
      ? { allowed: true }
      : { allowed: false, reason: "Only who sees every case can have every case in a calendar." },
  async execute(ctx, _facts, { scope, withNames }) {
    const { actor } = ctx;
    if (actor.kind !== "staff" && actor.kind !== "client") throw forbidden("Only people have a calendar.");
    const token = newToken();
    const id = newId();
    const live = and(eq(calendarFeed.userId, actor.userId), isNull(calendarFeed.revokedAt));
    await ctx.db.update(calendarFeed).set({ revokedAt: ctx.now }).where(live);
    await ctx.db.insert(calendarFeed).values({
      ...{ id, userId: actor.userId, tokenHash: hashToken(token), scope, withNames, createdAt: ctx.now },
    });
    return audited(
      { feedId: id, address: `${ctx.deps.appOrigin}/api/calendar/${token}.ics` },
      {
        event: "calendar.made",
        object: { kind: "calendar", id },
        ...(actor.kind === "client" ? { clientId: actor.clientId } : {}),
        detail: { scope, withNames },
      },
    );
  },
});
