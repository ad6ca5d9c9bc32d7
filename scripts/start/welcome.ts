import type { Env } from "@/lib/runtime/env";
import { demoLogins } from "../seed-demo";

/** What a person needs who has just started Landfall: the address, and who they can be. */
export function printWelcome({ appOrigin, demo }: Env): void {
  console.log(`\nLandfall is ready: ${appOrigin}\n`);
  if (demo) {
    console.log("Demo logins (DEMO=off removes them):");
    for (const { role, email, password } of demoLogins) {
      console.log(`  ${role.padEnd(14)} ${email.padEnd(34)} password: ${password}`);
    }
  }
  console.log("\nCtrl-C stops it.");
}
