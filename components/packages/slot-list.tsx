import Link from "next/link";
import { Card, CardHeader } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { StatusIcon } from "@/components/ui/status-icon";
import { formatCount } from "@/lib/format/quantities";
import type { PackageView, SlotView } from "@/lib/packages/types";
import { packageHref, slotTone } from "./package-words";

interface SlotListProps {
  view: PackageView;
  caseNumber: string;
  selectedId: string | null;
}

function pagesOf({ pages, sources, generated, file }: SlotView): string {
  if (file !== null) return formatCount(file.pageCount, "page");
  if (generated) return "made from the file";
  if (sources.length === 0) return "nothing yet";
  return formatCount(pages.length, "page");
}

const WORDS = {
  late: "Stops the file from doing its work",
  watch: "To be looked at",
  ok: "Nothing is wrong",
};

function SlotRow({ slot, caseNumber, selected }: { slot: SlotView; caseNumber: string; selected: boolean }) {
  const tone = slotTone(slot);
  const shown = tone === "late" || tone === "watch" ? tone : "ok";
  const [worst] = slot.problems;
  return (
    <li className="border-b border-line last:border-b-0">
      <Link
        prefetch={false}
        scroll={false}
        href={packageHref(caseNumber, { slotId: slot.id })}
        aria-current={selected ? "true" : undefined}
        className={classNames(
          "grid min-h-11 grid-cols-[1.75rem_minmax(0,1fr)_auto] items-start gap-x-2 px-4 py-2 hover:bg-sunken",
          selected && "bg-sunken shadow-[inset_3px_0_0_var(--color-maple)]",
        )}
      >
        <span className="text-sm text-ink-3 tabular-nums">{String(slot.number).padStart(2, "0")}</span>
        <span className="min-w-0">
          <span className="block font-medium">{slot.title}</span>
          {slot.personName !== null && <span className="block text-sm text-ink-2">{slot.personName}</span>}
          {worst && (
            <span
              className={classNames(
                "mt-0.5 block text-sm",
                worst.tone === "late" ? "text-late" : "text-watch",
              )}
            >
              {worst.words}
              {slot.problems.length > 1 && ` and ${slot.problems.length - 1} more`}
            </span>
          )}
        </span>
        <span className="flex items-center gap-2 text-sm whitespace-nowrap text-ink-2">
          {pagesOf(slot)}
          <StatusIcon tone={shown} label={WORDS[shown]} />
        </span>
      </Link>
    </li>
  );
}

/** The slots of the portal in their order, each with the worst that is wrong with it. */
export function SlotList({ view, caseNumber, selectedId }: SlotListProps) {
  return (
    <Card labelledBy="slots">
      <CardHeader id="slots" title="Slots" count={view.slots.length} detail="in the order of the portal" />
      <ol>
        {view.slots.map((slot) => (
          <SlotRow key={slot.id} slot={slot} caseNumber={caseNumber} selected={slot.id === selectedId} />
        ))}
      </ol>
    </Card>
  );
}
