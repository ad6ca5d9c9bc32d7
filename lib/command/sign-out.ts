import "server-only";
import { cookies } from "next/headers";
import { writeAudit } from "@/lib/audit/write";
import { requireSameOrigin } from "@/lib/auth/action-caller";
import { authCookies } from "@/lib/auth/cookies";
import { asUnavailable, currentSession, SIGN_IN } from "@/lib/auth/current-session";
import { deleteSession } from "@/lib/auth/session-store";
import { runtime } from "@/lib/runtime/runtime";
import { ActorContext } from "./actor-context";

/**
 * Ends the session of this browser: its row first, then its cookie. The browser's own id stays, so that the
 * next sign-in is one from a known browser. Throws UNAVAILABLE while the database is down: a session that
 * could still be replayed must not look ended.
 */
export async function signOut(): Promise<void> {
  await requireSameOrigin();
  const { pools, deps } = await runtime();
  const { session: name, attributes } = authCookies(deps.appOrigin);
  const jar = await cookies();
  const token = jar.get(name)?.value;
  const signedIn = await currentSession();
  if (token && signedIn) {
    const { actor, trace } = signedIn.caller;
    try {
      await ActorContext.open(pools, deps, { actor: SIGN_IN, trace }, "write", async (ctx) => {
        if (!(await deleteSession(ctx, token))) return;
        await writeAudit(ctx, [{ event: "session.ended", object: { kind: "user", id: actor.userId } }]);
      });
    } catch (error) {
      throw asUnavailable(error);
    }
  }
  jar.set(name, "", { ...attributes, maxAge: 0 });
}
