"use client";

import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import type { PoolPage } from "@/lib/profiles/types";
import { formatCount } from "@/lib/format/quantities";

interface PoolSliderProps {
  scores: PoolPage["scores"];
  /** The cut-off at first: of the latest round of the kind that is looked at. */
  initial: number;
  /** What is kept in the address when the form is sent. */
  held: string | null;
}

/** How many are at or over a cut-off. */
function countFrom(scores: PoolPage["scores"], cutOff: number): number {
  return scores.filter(({ score }) => score >= cutOff).reduce((sum, { count }) => sum + count, 0);
}

/** Who is in at any cut-off: the count moves with the slider, the button draws the line into the list. */
export function PoolSlider({ scores, initial, held }: PoolSliderProps) {
  const id = useId();
  const [cutOff, setCutOff] = useState(initial);
  const total = scores.reduce((sum, { count }) => sum + count, 0);
  const inside = countFrom(scores, cutOff);
  const equal = scores.find(({ score }) => score === cutOff)?.count ?? 0;
  const [low, high] = [
    Math.min(initial, scores.at(-1)?.score ?? initial) - 5,
    Math.max(initial, scores[0]?.score ?? initial) + 5,
  ];
  return (
    <form method="get" action="/pool" className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      {held !== null && <input type="hidden" name="for" value={held} />}
      <label htmlFor={id} className="font-semibold">
        If the cut-off were
      </label>
      <input
        id={id}
        name="at"
        type="range"
        min={low}
        max={high}
        value={cutOff}
        onChange={(event) => setCutOff(Number(event.target.value))}
        aria-valuetext={`${cutOff}: ${formatCount(inside, "client")} in`}
        className="h-6 min-w-40 flex-1 accent-ink"
      />
      <output htmlFor={id} className="min-w-56 tabular-nums">
        <b className="text-md font-[650]">{cutOff}</b>{" "}
        <span className="text-ink-2">
          {formatCount(inside, "client")} of {total} in
          {equal > 0 && `, ${equal} of them equal: the second decides`}
        </span>
      </output>
      <Button type="submit" size="sm">
        Draw the line
      </Button>
    </form>
  );
}
