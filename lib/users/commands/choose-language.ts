import "server-only";
import { and, eq, ne } from "drizzle-orm";
import { audited, unchanged } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { appUser } from "@/lib/db/schema/users";
import { forbidden } from "@/lib/errors/app-error";
import { chooseLanguageInput } from "../schemas";

/** A client's own choice: the portal and every mail to them are in this language from now on. */
export const chooseLanguage = defineCommand({
  name: "user.choose-language",
  input: chooseLanguageInput,
  openTo: ["client"],
  load: async () => null,
  // One's own account and nobody else's: there is nothing to decide.
  authorise: () => ({ allowed: true }),
  async execute(ctx, _facts, { locale }) {
    if (ctx.actor.kind !== "client") throw forbidden("Only clients have the portal.");
    const { userId, clientId } = ctx.actor;
    const changed = await ctx.db
      .update(appUser)
      .set({ locale })
      .where(and(eq(appUser.id, userId), ne(appUser.locale, locale)));
    if (changed.rowCount === 0) return unchanged({ locale });
    const object = { kind: "user", id: userId } as const;
    return audited({ locale }, { event: "user.changed", object, clientId, detail: { locale } });
  },
});
