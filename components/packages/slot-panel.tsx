import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Kbd } from "@/components/ui/kbd";
import { StatusIcon } from "@/components/ui/status-icon";
import { arrangePackageAction } from "@/lib/packages/actions";
import { pagesLeftOut } from "@/lib/packages/rules";
import type { PackageView, SlotView } from "@/lib/packages/types";
import { ArrangeKeys } from "./arrange-keys";
import { packageHref, pageWords } from "./package-words";
import { PageRow } from "./page-row";
import { LanguageForm, MergeForm } from "./slot-forms";

interface SlotPanelProps {
  view: PackageView;
  slot: SlotView;
  caseNumber: string;
  /** The page that is looked at, from 0; null where the slot has none. */
  place: number | null;
  editable: boolean;
  /** The page itself, as it will be. */
  sheet: ReactNode;
}

function Problems({ slot }: { slot: SlotView }) {
  if (slot.problems.length === 0) return null;
  return (
    <ul className="grid gap-1.5" aria-label={`What is wrong with ${slot.title}`}>
      {slot.problems.map(({ code, tone, words }) => (
        <li key={`${code}-${words}`} className="flex items-start gap-2">
          <StatusIcon tone={tone} label={tone === "late" ? "Wrong" : "Look at it"} className="mt-0.5" />
          {words}
        </li>
      ))}
    </ul>
  );
}

function LeftOut({ view, slot }: { view: PackageView; slot: SlotView }) {
  const left = pagesLeftOut(slot, view.slots, view.descriptions);
  if (left.length === 0) return null;
  return (
    <div>
      <h3 className="mb-1 text-sm font-semibold">Left out</h3>
      <ul className="grid gap-1">
        {left.map(({ versionId, page }) => (
          <li
            key={`${versionId}-${page}`}
            className="flex items-center justify-between gap-2 text-sm text-ink-2"
          >
            {pageWords(view, { versionId, page, turn: 0 })}
            <ActionForm
              action={arrangePackageAction}
              hidden={{ packageId: view.id, version: view.version, slotId: slot.id, versionId, place: page }}
            >
              <SubmitButton size="sm" variant="quiet" name="move" value="back">
                Put back
                <span className="sr-only"> {pageWords(view, { versionId, page, turn: 0 })}</span>
              </SubmitButton>
            </ActionForm>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Hint() {
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-4 py-2 text-xs text-ink-2 max-md:hidden">
      <span>
        <Kbd>j</Kbd> <Kbd>k</Kbd> choose
      </span>
      <span>
        <Kbd>u</Kbd> up
      </span>
      <span>
        <Kbd>d</Kbd> down
      </span>
      <span>
        <Kbd>r</Kbd> turn
      </span>
      <span>
        <Kbd>x</Kbd> leave out
      </span>
    </p>
  );
}

function PageList({ view, slot, caseNumber, place, editable }: Omit<SlotPanelProps, "sheet">) {
  return (
    <ArrangeKeys enabled={editable}>
      <ol aria-label={`Pages of ${slot.title}`}>
        {slot.pages.map((page, index) => (
          <PageRow
            key={`${page.versionId}-${page.page}`}
            packageId={view.id}
            version={view.version}
            slotId={slot.id}
            place={index}
            count={slot.pages.length}
            label={pageWords(view, page)}
            turn={page.turn}
            href={packageHref(caseNumber, { slotId: slot.id, page: index + 1 })}
            selected={index === place}
            editable={editable}
          />
        ))}
      </ol>
      {editable && <Hint />}
    </ArrangeKeys>
  );
}

/** One slot: what is wrong with it, its pages in their order, and the page that is looked at. */
export function SlotPanel(props: SlotPanelProps) {
  const { view, slot, place, editable, sheet } = props;
  const movable = editable && !slot.generated && slot.pages.length > 0;
  return (
    <Card labelledBy="slot">
      <CardHeader id="slot" title={slot.title} detail={slot.personName ?? undefined} />
      {slot.problems.length > 0 && (
        <CardBody className="border-b border-line">
          <Problems slot={slot} />
        </CardBody>
      )}
      {slot.pages.length > 0 && <PageList {...props} />}
      {slot.generated && slot.pages.length === 0 && (
        <CardBody>
          <p className="text-ink-2">
            {slot.slotKey === "index"
              ? "Lists every file with its pages and its SHA-256. It is made when the package is built."
              : "Made of the text below when the package is built. Without a text there is no letter."}
          </p>
        </CardBody>
      )}
      {sheet}
      {editable && (
        <CardBody className="grid gap-5 border-t border-line">
          <LeftOut view={view} slot={slot} />
          {slot.asksLanguage && slot.pages.length > 0 && <LanguageForm view={view} slot={slot} />}
          {movable && <MergeForm view={view} slot={slot} place={place} />}
        </CardBody>
      )}
    </Card>
  );
}
