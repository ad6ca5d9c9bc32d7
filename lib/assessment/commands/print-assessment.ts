import "server-only";
import { eq } from "drizzle-orm";
import { audited } from "@/lib/audit/events";
import { getCaseForUpdate, getCaseId } from "@/lib/cases/queries";
import { visibleColleagues } from "@/lib/cases/visibility";
import { isStaffContext, type StaffContext } from "@/lib/command/actor-context";
import { defineCommand } from "@/lib/command/define-command";
import { forbidden } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { getFirm } from "@/lib/users/queries";
import { computeForecast } from "../forecast/compute";
import { getForecastInput } from "../forecast/queries";
import { getAssessment } from "../queries";
import { composeReport } from "../report/compose";
import { renderReport } from "../report/render";
import { printAssessmentInput } from "../schemas";

const STAFF_ONLY = "The firm’s staff print an assessment; ask your consultant for it.";

/** Who answers for the file, with the number the College gave them. */
async function getConsultant(ctx: StaffContext, ownerId: string) {
  const colleagues = visibleColleagues(ctx);
  const [owner] = await ctx.db
    .select({ name: colleagues.name, licenceNumber: colleagues.licenceNumber })
    .from(colleagues)
    .where(eq(colleagues.id, ownerId));
  return owner ?? { name: "", licenceNumber: null };
}

/**
 * The assessment of a case on a day (today where none is given) as a PDF by the firm's name. The log keeps who took
 * it, of which day and which version of the facts. NOT_FOUND, FORBIDDEN as for the facts.
 */
export const printAssessment = defineCommand({
  name: "assessment.print",
  input: printAssessmentInput,
  load: async (ctx, { number }) => getCaseForUpdate(ctx, await getCaseId(ctx, number)),
  authorise: (actor, file) =>
    actor.kind === "client" ? { allowed: false, reason: STAFF_ONLY } : can(actor, "facts.read", file),
  async execute(ctx, file, { on }) {
    if (!isStaffContext(ctx)) throw forbidden(STAFF_ONLY);
    const assessment = await getAssessment(ctx, file.number, on ?? undefined);
    const report = composeReport({
      assessment,
      outlook: computeForecast(await getForecastInput(ctx, file.number, { from: assessment.on })),
      firm: await getFirm(ctx),
      consultant: await getConsultant(ctx, file.ownerId),
      printedAt: ctx.now,
    });
    return audited(
      { pdf: await renderReport(report), fileName: `assessment-${file.number}-${assessment.on}.pdf` },
      {
        event: "assessment.printed",
        object: { kind: "case", id: file.id },
        caseId: file.id,
        clientId: file.clientId,
        detail: {
          on: assessment.on,
          factsVersion: assessment.factsVersion,
          score: assessment.crs.score.total,
          ruleset: assessment.ruleset.id,
        },
      },
    );
  },
});
