import { SubmissionNotice } from "@/components/assess/submission-notice";
import { AsOfNotice } from "@/components/assessment/as-of-notice";
import { AssessmentTabs } from "@/components/assessment/assessment-tabs";
import { CategoriesCard } from "@/components/assessment/categories-card";
import { CompleteAssessment } from "@/components/assessment/complete-assessment";
import { GridCard } from "@/components/assessment/grid-card";
import { InvitationCard } from "@/components/assessment/invitation-card";
import { LinesCard } from "@/components/assessment/lines-card";
import { MoneyCard } from "@/components/assessment/money-card";
import { OnDate } from "@/components/assessment/on-date";
import { ProgramsCard } from "@/components/assessment/programs-card";
import { ScoreHistoryCard } from "@/components/assessment/score-history-card";
import { ScoreCard } from "@/components/assessment/score-card";
import { ContradictionsCard } from "@/components/checklist/contradictions-card";
import { answerHrefs } from "@/components/people/answer-hrefs";
import { factLinks } from "@/components/people/edit-target";
import { FactsCard } from "@/components/people/facts-card";
import { TenYearsCard } from "@/components/people/ten-years-card";
import { loadStandingAsOf } from "@/lib/assessment/as-of/loaders";
import { loadAssessment } from "@/lib/assessment/loaders";
import { loadScoreChanges } from "@/lib/assessment/score-history/loaders";
import { loadStandingFlags } from "@/lib/checklist/review/loaders";
import { loadSubmissionNotice } from "@/lib/enquiries/loaders";
import { openFacts } from "./open-facts";

interface AssessmentPageProps {
  params: Promise<{ number: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/** Facts on the left, verdict on the right, for a day. What is open for editing stands in the address too. */
export default async function AssessmentPage({ params, searchParams }: AssessmentPageProps) {
  const { number } = await params;
  const query = await searchParams;
  const assessment = await loadAssessment(number, one(query.on));
  const { on, today, crs, eligibility, money, allowed } = assessment;
  const base = `/cases/${encodeURIComponent(number)}/assessment`;
  const printHref = `/api/cases/${encodeURIComponent(number)}/assessment.pdf?on=${on}`;
  const links = factLinks(base, on === today ? null : on);
  const view = await openFacts(assessment, links, query);
  const asOf = on < today ? await loadStandingAsOf(assessment.caseId, on) : null;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <AssessmentTabs number={number} current="verdict" />
        <OnDate base={base} on={on} today={today} />
      </div>
      <SubmissionNotice notice={await loadSubmissionNotice(number)} href={`${base}/answers`} />
      {allowed.complete && <CompleteAssessment caseId={assessment.caseId} met={assessment.met} />}
      <div className="grid items-start gap-4 xl:grid-cols-[25rem_minmax(0,1fr)]">
        <div className="min-w-0 max-xl:order-last">
          <ContradictionsCard
            flags={await loadStandingFlags(assessment.caseId)}
            links={links}
            canEdit={allowed.edit}
          />
          <FactsCard view={view} fundsNeededFor={assessment.fundsNeededFor} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {assessment.invitation && <InvitationCard check={assessment.invitation} today={today} />}
          <ScoreCard
            assessment={assessment}
            answerHrefs={allowed.edit ? answerHrefs(crs.unknowns, links) : {}}
          />
          {asOf && <AsOfNotice standing={asOf} />}
          <ProgramsCard
            eligibility={eligibility}
            funds={money.asked}
            fundsTableFrom={money.funds?.effectiveFrom ?? null}
          />
          <TenYearsCard view={view} />
          <LinesCard crs={crs} ruleset={assessment.ruleset} printHref={printHref} />
          <GridCard grid={eligibility.grid} table={assessment.gridTable} />
          <CategoriesCard categories={assessment.categories} />
          <ScoreHistoryCard changes={await loadScoreChanges(assessment.caseId)} />
          <MoneyCard money={money} on={on} />
        </div>
      </div>
    </div>
  );
}
