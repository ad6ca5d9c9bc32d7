import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Notice } from "@/components/ui/notice";
import { takeTemplateAction } from "@/lib/checklist/actions";
import { changesNothing } from "@/lib/checklist/template/rules";
import type { TemplateNotice as Newer } from "@/lib/checklist/template/types";
import { formatCount } from "@/lib/format/quantities";

function Titles({ label, titles }: { label: string; titles: readonly string[] }) {
  if (titles.length === 0) return null;
  return (
    <li>
      <b className="font-semibold text-ink">{label}:</b> {titles.join("; ")}
    </li>
  );
}

interface TemplateNoticeProps {
  caseId: string;
  newer: Newer;
  /** The version the list was made with. */
  taken: number | null;
  canTake: boolean;
}

/** The firm has a newer template than the one of this file: what taking it would change, and the way to take it. */
export function TemplateNotice({ caseId, newer, taken, canTake }: TemplateNoticeProps) {
  const { number, note, added, changed, dropped } = newer;
  const own = taken === null ? "This list was made without one." : `This list keeps version ${taken}.`;
  const count = added.length + changed.length + dropped.length;
  return (
    <Notice
      className="mb-4"
      title={`Version ${number} of the firm’s template is out: ${note}`}
      action={
        canTake && (
          <ActionForm
            action={takeTemplateAction}
            hidden={{ caseId, number }}
            successMessage={`The list follows version ${number} now`}
            label="Take the newer template"
          >
            <SubmitButton size="sm" pendingLabel="Taking it…">
              Take version {number}
            </SubmitButton>
          </ActionForm>
        )
      }
    >
      <p>
        {own}{" "}
        {changesNothing(newer)
          ? "Taking it changes nothing here."
          : `Taking it changes ${formatCount(count, "item")}; nothing that was received goes away.`}
      </p>
      <ul className="mt-1 text-sm">
        <Titles label="New" titles={added} />
        <Titles label="Changed" titles={changed} />
        <Titles label="No longer needed" titles={dropped} />
      </ul>
    </Notice>
  );
}
