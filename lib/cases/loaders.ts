import "server-only";
import { cache } from "react";
import { reading, readingAsStaff } from "@/lib/auth/reading";
import { isStaffContext } from "@/lib/command/actor-context";
import { isAllowed } from "@/lib/policy/can";
import { getCaseHeader } from "./header/queries";
import { getFirmDay, listAssignees, listCaseDocuments } from "./queries";

/** The head of a case, once a request; layout and page share it. */
export const loadCaseHeader = cache((number: string) => readingAsStaff((ctx) => getCaseHeader(ctx, number)));

/** Documents of the case that an agreement can be linked to. */
export const loadLinkableDocuments = cache((caseId: string) =>
  readingAsStaff((ctx) => listCaseDocuments(ctx, caseId)),
);

export const loadAssignees = cache(() => readingAsStaff((ctx) => listAssignees(ctx)));

/** The frame of the staff side: who, which firm, which places. Null for a client, who belongs to the portal. */
export const loadStaffFrame = cache(() =>
  reading(async (ctx) => {
    if (!isStaffContext(ctx)) return null;
    const { actor } = ctx;
    return {
      person: { id: actor.userId, name: actor.name, role: actor.role },
      day: await getFirmDay(ctx),
      demo: ctx.deps.demo,
      allowed: {
        createCase: isAllowed(actor, "case.create"),
        deadlines: isAllowed(actor, "deadline.board"),
        pool: isAllowed(actor, "pool.read"),
        draws: isAllowed(actor, "round.read"),
        reports: isAllowed(actor, "report.read"),
        settings: isAllowed(actor, "user.list"),
      },
    };
  }),
);

/** Whether the viewer may open an enquiry, and whom else it could be opened for. */
export const loadEnquiryChoices = cache(() =>
  readingAsStaff(async (ctx) => ({
    allowed: isAllowed(ctx.actor, "case.create"),
    assignees: isAllowed(ctx.actor, "case.assign") ? await listAssignees(ctx) : [],
    viewerId: ctx.actor.userId,
    day: await getFirmDay(ctx),
  })),
);
