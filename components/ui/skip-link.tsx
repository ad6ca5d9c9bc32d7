/** The first stop of the tab key: past the navigation, to the content. */
export function SkipLink({
  href = "#content",
  label = "Skip to the content",
}: {
  href?: string;
  label?: string;
}) {
  return (
    <a
      href={href}
      className="sr-only z-50 rounded-md border border-line-strong bg-surface px-3 py-2 font-semibold text-ink focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
    >
      {label}
    </a>
  );
}
