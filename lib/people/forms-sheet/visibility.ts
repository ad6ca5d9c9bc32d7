import "server-only";
import { eq } from "drizzle-orm";
import type { StaffContext } from "@/lib/command/actor-context";
import { firm } from "@/lib/db/schema/firm";

/** How the firm is reached, for the form that names the representative. */
export function visibleFirmContact(ctx: StaffContext) {
  return ctx.db
    .select({ name: firm.name, address: firm.address, phone: firm.phone, email: firm.email })
    .from(firm)
    .where(eq(firm.id, 1))
    .as("visible_firm_contact");
}
