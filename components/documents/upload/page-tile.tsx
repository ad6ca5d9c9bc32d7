"use client";

import { FileText, GripVertical } from "lucide-react";
import type { PointerEvent } from "react";
import { useTranslations } from "use-intl/react";
import { classNames } from "@/components/ui/class-names";
import type { Page } from "./pages";

interface PageTileProps {
  page: Page;
  /** From 1. */
  number: number;
  selected: boolean;
  onSelect: () => void;
  /** Dragged to the place of another page, from 0. */
  onMove: (to: number) => void;
}

/** The place of the page under a finger, from 0; null beside all of them. */
function placeUnder({ clientX, clientY }: PointerEvent): number | null {
  const tile = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>("[data-page]");
  return tile?.dataset.page === undefined ? null : Number(tile.dataset.page);
}

const TURNS = ["", "rotate-90", "rotate-180", "-rotate-90"] as const;

/** One page, as small as it can be told apart. Its grip is dragged, by finger or mouse; the buttons below do the same. */
export function PageTile({ page, number, selected, onSelect, onMove }: PageTileProps) {
  const t = useTranslations("upload.pages");
  return (
    <li data-page={number - 1} className="relative">
      <button
        type="button"
        aria-pressed={selected}
        onClick={onSelect}
        className={classNames(
          "flex w-full flex-col overflow-hidden rounded-lg border bg-surface text-left",
          selected ? "border-ink ring-1 ring-ink" : "border-line-strong",
        )}
      >
        <span className="grid aspect-[3/4] w-full place-items-center overflow-hidden bg-sunken p-2">
          {page.url === null ? (
            <FileText size={40} strokeWidth={1.25} className="text-ink-3" aria-hidden />
          ) : (
            // A picture of this browser's own, just made: nothing for an optimiser.
            <span
              aria-hidden
              style={{ backgroundImage: `url(${page.url})` }}
              className={classNames(
                "block size-full bg-contain bg-center bg-no-repeat",
                TURNS[page.turns],
                page.turns % 2 === 1 && "scale-75",
              )}
            />
          )}
        </span>
        <span className="block border-t border-line px-3 py-2">
          <span className="block font-semibold">{t("page", { number })}</span>
          <span className="block truncate text-sm text-ink-2">{page.file.name}</span>
        </span>
      </button>
      <span
        aria-hidden
        className="absolute top-1 right-1 grid size-11 cursor-grab touch-none place-items-center rounded-md bg-surface/85 text-ink-2 active:cursor-grabbing"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          onSelect();
        }}
        onPointerMove={(event) => {
          if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
          const to = placeUnder(event);
          if (to !== null && to !== number - 1) onMove(to);
        }}
      >
        <GripVertical size={20} strokeWidth={1.75} />
      </span>
    </li>
  );
}
