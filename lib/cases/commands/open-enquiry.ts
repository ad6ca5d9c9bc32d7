import "server-only";
import { audited } from "@/lib/audit/events";
import { isStaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { forbidden, invalid } from "@/lib/errors/app-error";
import { formatCount } from "@/lib/format/quantities";
import { can } from "@/lib/policy/can";
import { findAssignee, findFilesWithEmail, getFirmDay, type SameEmail } from "../queries";
import { openEnquiryInput } from "../schemas";
import { writeEnquiry } from "./write-enquiry";

interface Facts {
  sameEmail: SameEmail;
  ownerId: string;
  ownerName: string;
  year: number;
}

/** `Maria Lopes, 26-0301, and 1 file of a colleague`. */
function describeSameEmail({ visible, hidden }: SameEmail): string {
  const files = visible.map((file) => `${file.displayName}, ${file.number}`);
  const others = hidden === 0 ? [] : [`${formatCount(hidden, "file")} of a colleague`];
  return [...files, ...others].join("; ");
}

/**
 * Opens a file for a new client: client, case, principal, family and file number in one go. Files of the firm
 * under the same e-mail address are named first (conflict check); `openAnyway` opens one more.
 */
export const openEnquiry = defineCommand({
  name: "case.open",
  input: openEnquiryInput,
  async load(ctx, input): Promise<Facts> {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff open a file.");
    const day = await getFirmDay(ctx);
    const owner = await findAssignee(ctx, input.ownerId ?? ctx.actor.userId);
    return {
      sameEmail: await findFilesWithEmail(ctx, input.email),
      ownerId: owner?.id ?? "",
      ownerName: owner?.name ?? "",
      year: Number(day.today.slice(0, 4)),
    };
  },
  authorise(actor, facts) {
    const create = can(actor, "case.create");
    if (!create.allowed) return create;
    const forOneself = actor.kind === "staff" && facts.ownerId === actor.userId;
    return forOneself ? create : can(actor, "case.assign");
  },
  async execute(ctx, facts, input) {
    if (!isStaffContext(ctx)) throw forbidden("Only the firm's staff open a file.");
    if (facts.ownerId === "")
      throw invalid("Choose somebody else.", {
        ownerId: "Only an active consultant or manager can own a case.",
      });
    const files = describeSameEmail(facts.sameEmail);
    if (files !== "" && !input.openAnyway) {
      throw invalid("This e-mail address is already in the firm.", {
        openAnyway: `Already there: ${files}. Look there first, or tick the box to open another file.`,
      });
    }
    const opened = await writeEnquiry(ctx, { ...input, ...facts, givenName: input.givenName ?? "" });
    return audited(opened, {
      event: "case.opened",
      object: { kind: "case", id: opened.caseId },
      caseId: opened.caseId,
      clientId: opened.clientId,
      detail: { number: opened.number, owner: facts.ownerName, sameEmail: files !== "" },
    });
  },
});
