import { parseArgs } from "node:util";
import { writeAudit } from "@/lib/audit/write";
import { ActorContext, type Caller } from "@/lib/command/actor-context";
import { parseInput } from "@/lib/command/run-command";
import { AppError } from "@/lib/errors/app-error";
import { newId } from "@/lib/ids/id";
import { EnvironmentError } from "@/lib/runtime/env";
import { closeRuntime, runtime } from "@/lib/runtime/runtime";
import { addInvitedStaff } from "@/lib/users/commands/invite-staff";
import { inviteStaffInput } from "@/lib/users/schemas";

const USAGE =
  "Usage: npm run user -- create --email E --name N --role consultant|manager|administrator [--licence L]";

/** A line for a person; anything else that is thrown is a defect and shows its stack. */
class UsageError extends Error {}

function readArguments(args: string[]): Record<string, unknown> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      email: { type: "string" },
      name: { type: "string" },
      role: { type: "string" },
      licence: { type: "string" },
    },
  });
  if (positionals.join(" ") !== "create") throw new UsageError(USAGE);
  const { email, name, role, licence } = values;
  return { email, name, role, licenceNumber: licence };
}

/** Makes the account of a member of staff, and the one-time link with which they choose a password. */
async function createUser(args: string[]): Promise<string> {
  const input = parseInput(inviteStaffInput, readArguments(args));
  const { pools, deps } = await runtime();
  const caller: Caller = {
    actor: { kind: "system", name: "command-line" },
    trace: { requestId: newId(), sessionRef: null, ipPrefix: null },
  };
  return ActorContext.open(pools, deps, caller, "write", async (ctx) => {
    const { userId, link } = await addInvitedStaff(ctx, input);
    const detail = { role: input.role };
    await writeAudit(ctx, [{ event: "user.invited", object: { kind: "user", id: userId }, detail }]);
    const lines = [
      `${input.name} (${input.role}) can choose a password here, once, until ${link.expiresAt.toISOString()}:`,
      `${deps.appOrigin}/invitation/${link.token}`,
    ];
    return `${lines.join("\n")}\n`;
  });
}

function explain(error: unknown): string | null {
  if (error instanceof AppError) {
    const fields = Object.entries(error.fieldErrors).map(([name, message]) => `  ${name}: ${message}`);
    return [error.message, ...fields, USAGE].join("\n");
  }
  if (error instanceof UsageError || error instanceof EnvironmentError) return error.message;
  if (error instanceof TypeError && "code" in error) return `${error.message}\n${USAGE}`;
  return null;
}

try {
  process.stdout.write(await createUser(process.argv.slice(2)));
} catch (error) {
  const explained = explain(error);
  if (explained === null) throw error;
  process.stderr.write(`${explained}\n`);
  process.exitCode = 1;
} finally {
  await closeRuntime();
}
