/**
 * A popover under the button that opens it (its implicit anchor); on a phone, and where the browser knows no anchors,
 * it stands in the middle of the screen.
 */
export const anchoredPanel =
  "m-auto max-w-[calc(100vw-1.5rem)] p-3 sm:supports-[position-area:bottom]:m-0 sm:supports-[position-area:bottom]:mt-1 [position-try-fallbacks:flip-block,flip-inline]";

export const anchoredAtStart = "sm:supports-[position-area:bottom]:[position-area:bottom_span-right]";
export const anchoredAtEnd = "sm:supports-[position-area:bottom]:[position-area:bottom_span-left]";
