import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { PopoverPanel } from "@/components/layout/popover-panel";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { anchoredAtStart, anchoredPanel } from "./anchored-panel";

interface TryChipProps {
  /** `english`: also the id of its panel. */
  id: string;
  label: string;
  /** What holds: the file's own, or what is tried. */
  value: string;
  isTried: boolean;
  /** The address without this change. */
  clearHref: string;
  /** The fields. */
  children: ReactNode;
}

/** One thing that can be tried: what it is now, and a panel of fields under it. */
export function TryChip({ id, label, value, isTried, clearHref, children }: TryChipProps) {
  const panel = `try-${id}`;
  return (
    <>
      <button
        type="button"
        popoverTarget={panel}
        className={classNames(
          "inline-flex min-h-(--control) max-w-full items-center gap-1.5 rounded-md border bg-surface px-2 text-(length:--control-text) whitespace-nowrap hover:border-field-edge",
          isTried ? "border-ink font-semibold" : "border-line-strong border-b-field-edge",
        )}
      >
        <span className="font-normal text-ink-3">{label}</span>
        <span className="truncate">{value}</span>
        {isTried && <span className="sr-only">, tried</span>}
        <ChevronDown size={14} aria-hidden className="shrink-0 text-ink-3" />
      </button>
      <PopoverPanel id={panel} label={label} className={`${anchoredPanel} ${anchoredAtStart} w-80`}>
        <div className="flex flex-col gap-3">
          <p className="font-semibold sm:sr-only">{label}</p>
          {children}
          <div className="flex items-center gap-2">
            <Button type="submit" variant="primary">
              Show
            </Button>
            {isTried && (
              <Button variant="quiet" href={clearHref} scroll={false}>
                Leave it as it is
              </Button>
            )}
          </div>
        </div>
      </PopoverPanel>
    </>
  );
}
