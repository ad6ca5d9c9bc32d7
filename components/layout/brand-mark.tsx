/** The mark: a summit over a shore, on maple. Decoration beside the name. */
export function BrandMark({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden className="shrink-0">
      <rect width="20" height="20" rx="5" className="fill-maple" />
      <path
        d="M4 13.5h12M6.5 10.5 10 6l3.5 4.5"
        className="fill-none stroke-paper"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
