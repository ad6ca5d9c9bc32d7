import type { Metadata } from "next";
import { AttestedCard } from "@/components/rules/attested-card";
import { FaultNotice } from "@/components/rules/fault-notice";
import { RunProgress } from "@/components/rules/run-progress";
import { SheetView } from "@/components/rules/sheet-view";
import { VersionActions } from "@/components/rules/version-actions";
import { VersionCard } from "@/components/rules/version-card";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { formatCount } from "@/lib/format/quantities";
import { loadRuleVersion } from "@/lib/rules/loaders";

type Params = Promise<{ id: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  const { version } = await loadRuleVersion((await params).id);
  return { title: version.key };
}

export default async function RuleVersionPage({ params }: { params: Params }) {
  const page = await loadRuleVersion((await params).id);
  const { version, before, differences, rescore, comparison, faults, allowed } = page;
  const acts = allowed.edit || allowed.retire || comparison !== null;
  return (
    <>
      <div className="mb-3">
        <Breadcrumbs items={[{ label: "Rules", href: "/settings/rules" }, { label: version.key }]} />
      </div>
      <div className="flex flex-col gap-4">
        <FaultNotice faults={faults} />
        {rescore && (
          <RunProgress
            run={rescore}
            label="Scoring open files anew"
            of="files"
            href={`/settings/rules/${version.id}`}
          />
        )}
        <VersionCard
          version={version}
          today={page.today}
          timeZone={page.timeZone}
          actions={acts ? <VersionActions page={page} /> : undefined}
        />
        {!version.hasValues && (
          <Notice
            tone="watch"
            title="No figures are entered"
            action={
              allowed.startFrom ? (
                <Button href={`/settings/rules/new?kind=${version.kind}`}>Enter the figures</Button>
              ) : undefined
            }
          >
            It is known that this version is in force, not what it says. Nothing is computed with it.
          </Notice>
        )}
        {page.attested && <AttestedCard attested={page.attested} />}
      </div>
      {before && (
        <p className="mt-4 text-ink-2">
          {differences === 0
            ? `Every figure is as in ${before.key}.`
            : `${formatCount(differences, "figure differs", "figures differ")} from ${before.key}; each is marked with what it was.`}
        </p>
      )}
      <SheetView sheet={page.sheet} />
    </>
  );
}
