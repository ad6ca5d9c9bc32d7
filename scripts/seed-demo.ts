import { Client } from "pg";
import { databaseNow } from "@/lib/clock/database-now";
import { ownerConnection } from "@/lib/db/server/connections";
import { runtime } from "@/lib/runtime/runtime";
import { DEMO_PASSWORD, ROLE_LABELS } from "@/lib/users/rules";
import { DEMO_CLIENT } from "./seed/demo-orders";
import { staffEmail } from "./seed/demo-staff";
import { loadDemo } from "./seed/load-demo";

/** The accounts to try the demonstration with, as the start prints them. */
export const demoLogins = [
  { role: ROLE_LABELS.manager, email: staffEmail("Anjali Jain"), password: DEMO_PASSWORD },
  { role: ROLE_LABELS.consultant, email: staffEmail("Priya Raman"), password: DEMO_PASSWORD },
  { role: ROLE_LABELS.consultant, email: staffEmail("Marc Tremblay"), password: DEMO_PASSWORD },
  { role: ROLE_LABELS.administrator, email: staffEmail("Marcus Bell"), password: DEMO_PASSWORD },
  { role: ROLE_LABELS.client, email: DEMO_CLIENT.email, password: DEMO_PASSWORD },
] as const;

/** Loads the demonstration into this installation's database and storage, as of today. */
export async function seedDemo(): Promise<void> {
  const { env, deps } = await runtime();
  const owner = ownerConnection(env);
  const clock = new Client({ ...owner });
  await clock.connect();
  const now = await databaseNow(clock).finally(() => clock.end());
  await loadDemo({ owner, storage: { store: deps.objects, keyring: deps.keyring }, now });
}
