import { Download, Hammer, PackagePlus, RefreshCw } from "lucide-react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button-class";
import { Notice } from "@/components/ui/notice";
import { formatDate } from "@/lib/format/dates";
import { formatCount } from "@/lib/format/quantities";
import { beginPackageAction, refreshPackageAction, requestBuildAction } from "@/lib/packages/actions";
import type { PackagePage, PackageView } from "@/lib/packages/types";
import { lateProblems, STATES } from "./package-words";

export function BeginForm({ caseId, primary }: { caseId: string; primary: boolean }) {
  return (
    <ActionForm action={beginPackageAction} hidden={{ caseId }} label="Begin a package">
      <SubmitButton
        variant={primary ? "primary" : "default"}
        icon={<PackagePlus aria-hidden />}
        pendingLabel="Beginning…"
      >
        Begin a package
      </SubmitButton>
    </ActionForm>
  );
}

function DownloadLink({ view, primary }: { view: PackageView; primary: boolean }) {
  return (
    <a
      href={`/api/packages/${view.id}`}
      download
      className={buttonClass({ variant: primary ? "primary" : "default" })}
    >
      <Download aria-hidden />
      Download the ZIP
    </a>
  );
}

/** What can be done with the package as it stands. */
function Actions({ page, view }: { page: PackagePage; view: PackageView }) {
  const hidden = { packageId: view.id, version: view.version };
  return (
    <div className="ml-auto flex flex-wrap items-center gap-2">
      {view.state === "arranging" && (
        <ActionForm action={requestBuildAction} hidden={hidden} label="Build the package">
          <SubmitButton variant="primary" icon={<Hammer aria-hidden />} pendingLabel="Starting…">
            Build the package
          </SubmitButton>
        </ActionForm>
      )}
      {(view.state === "built" || view.state === "frozen") && (
        <DownloadLink view={view} primary={view.state === "frozen"} />
      )}
      {view.state === "frozen" && page.begin.allowed && <BeginForm caseId={page.caseId} primary={false} />}
    </div>
  );
}

/** Which package it is, how far it is, and what is wrong with it in one sentence. */
export function PackageHead({ page, view }: { page: PackagePage; view: PackageView }) {
  const { label, tone } = STATES[view.state];
  const late = lateProblems(view);
  const watch = view.slots.flatMap(({ problems }) => problems).length - late;
  const parts = [
    `Judged for ${formatDate(view.plannedOn)}`,
    late > 0 ? `${formatCount(late, "problem")} to solve` : "nothing stops it",
    ...(watch > 0 ? [`${watch} to look at`] : []),
  ];
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-2">
      <h2 className="text-lg font-[650]">Package {view.number}</h2>
      <Badge tone={tone}>{label}</Badge>
      <p className="text-sm text-ink-2">{parts.join(" · ")}</p>
      <Actions page={page} view={view} />
    </div>
  );
}

/** Documents were accepted or replaced since: the package does not have them yet. */
export function OutdatedNotice({ view, editable }: { view: PackageView; editable: boolean }) {
  if (view.outdated.length === 0) return null;
  return (
    <Notice
      tone="watch"
      title={`${formatCount(view.outdated.length, "document")} changed since it was arranged`}
      className="mb-4"
      action={
        editable && (
          <ActionForm
            action={refreshPackageAction}
            hidden={{ packageId: view.id, version: view.version }}
            label="Take in what changed"
          >
            <SubmitButton
              size="sm"
              variant="default"
              icon={<RefreshCw aria-hidden />}
              pendingLabel="Taking in…"
            >
              Take it in
            </SubmitButton>
          </ActionForm>
        )
      }
    >
      {view.outdated.join(", ")}. What you have arranged of the others stays.
    </Notice>
  );
}
