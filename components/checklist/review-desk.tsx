"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { useShortcut } from "@/components/ui/use-shortcut";
import type { Review } from "@/lib/checklist/review/types";
import { NextUp, ReviewBar, type ReviewPlace } from "./review-bar";
import { ReviewForm } from "./review-form";

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
      <ReviewBar place={place} />
      <div className="grid min-h-0 lg:grid-cols-[minmax(0,1fr)_28.5rem]">
        {viewer}
        <ReviewForm
          key={`${review.requirementId}-${review.versions[0]?.id ?? ""}`}
          {...{ review, after, here }}
        />
      </div>
      <NextUp place={place} />
    </div>
  );
}
