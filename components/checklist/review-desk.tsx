"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { ShownPagesProvider } from "@/components/layout/shown-pages";
import { PageKeys } from "@/components/layout/commands";
import { useShortcut } from "@/components/ui/use-shortcut";
import type { Review } from "@/lib/checklist/review/types";
import { NextUp, ReviewBar, type ReviewPlace } from "./review-bar";
import { ReviewForm } from "./review-form";

/** Everything the desk can do, for the list behind `?`. */
const KEYS = [
  { keys: "a", label: "accept" },
  { keys: "1 9", label: "return for the reason with this number" },
  { keys: "0", label: "return for another reason" },
  { keys: "e", label: "the next fact agrees" },
  { keys: "x", label: "the next fact contradicts" },
  { keys: "Space", label: "tick the point in focus" },
  { keys: "← →", label: "page back and on" },
  { keys: "r R", label: "turn right, turn left" },
  { keys: "+ - f", label: "larger, smaller, fit" },
  { keys: "t", label: "split: take pages out" },
  { keys: "m", label: "merge with another file" },
  { keys: "v", label: "move to another item" },
  { keys: "j k s", label: "next, previous, skip" },
  { keys: "z", label: "take the decision back" },
] as const;

interface ReviewDeskProps {
  review: Review;
  place: ReviewPlace;
  /** Where this document is. */
  here: string;
  /** The document itself. */
  viewer: ReactNode;
}

/** Two panes between two bands: evidence on the left, decision on the right. Only the panes scroll. A banner's height is left free. */
export function ReviewDesk({ review, place, here, viewer }: ReviewDeskProps) {
  const router = useRouter();
  const after = place.next ?? place.back.href;
  useShortcut("j", () => router.push(after));
  useShortcut("s", () => router.push(after));
  useShortcut("k", () => router.push(place.previous ?? place.back.href));
  return (
    <div className="-mx-4 -mt-2 -mb-24 grid min-h-0 md:-mx-6 md:-mt-5 md:-mb-12 lg:h-[calc(100dvh-1.8125rem)] lg:grid-rows-[auto_minmax(0,1fr)_auto]">
      <PageKeys keys={KEYS} />
      <ReviewBar place={place} />
      <ShownPagesProvider>
        <div className="grid min-h-0 lg:grid-cols-[minmax(0,1fr)_28.5rem]">
          {viewer}
          <ReviewForm
            key={`${review.requirementId}-${review.versions[0]?.id ?? ""}`}
            {...{ review, after, here }}
          />
        </div>
      </ShownPagesProvider>
      <NextUp place={place} />
    </div>
  );
}
