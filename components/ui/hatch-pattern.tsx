interface HatchProps {
  /** Unique on the page; used as `fill="url(#id)"`. */
  id: string;
  /** `late` is the part that comes too late, `away` a quiet absence. */
  kind?: "late" | "away";
}

/** A hatching for SVG charts, so that "too late" does not hang on colour. Put it in the svg's `<defs>`. */
export function HatchPattern({ id, kind = "late" }: HatchProps) {
  if (kind === "away") {
    return (
      <pattern id={id} width={4} height={4} patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
        <rect width={1.5} height={4} className="fill-ink-3" />
      </pattern>
    );
  }
  return (
    <pattern id={id} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width={6} height={6} className="fill-late-soft" />
      <rect width={2} height={6} className="fill-late opacity-55" />
    </pattern>
  );
}
