import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { Crossing, RadarLine } from "@/lib/profiles/radar/types";
import { RadarTable } from "./radar-table";

const TITLES: Readonly<Record<Crossing["direction"], string>> = {
  falls: "Falls below",
  rises: "Rises above",
};

interface RadarCardProps {
  direction: Crossing["direction"];
  detail: string;
  lines: readonly RadarLine[];
  today: string;
  /** What is said where nobody crosses. */
  none: string;
}

/** One direction of the radar; a fall is to be dealt with, and says what would help. */
export function RadarCard({ direction, detail, lines, today, none }: RadarCardProps) {
  const falls = direction === "falls";
  return (
    <Card labelledBy={direction} tone={falls && lines.length > 0 ? "watch" : undefined}>
      <CardHeader id={direction} title={TITLES[direction]} count={lines.length} detail={detail} />
      {lines.length === 0 ? (
        <EmptyState title={falls ? "Nobody falls below" : "Nobody rises above"}>{none}</EmptyState>
      ) : (
        <RadarTable lines={lines} today={today} withAdvice={falls} />
      )}
    </Card>
  );
}
