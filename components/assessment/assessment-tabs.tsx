import { SegmentedControl } from "@/components/ui/segmented-control";

interface AssessmentTabsProps {
  number: string;
  /** null: neither, a page beside them. */
  current: "verdict" | "forecast" | "proof" | null;
}

/** The views of an assessment: what is, what will or could be, and what is proven. */
export function AssessmentTabs({ number, current }: AssessmentTabsProps) {
  const base = `/cases/${encodeURIComponent(number)}/assessment`;
  return (
    <SegmentedControl
      label="Assessment"
      items={[
        { href: base, label: "Facts and verdict", current: current === "verdict" },
        { href: `${base}/forecast`, label: "What-if and forecast", current: current === "forecast" },
        { href: `${base}/proof`, label: "Proof", current: current === "proof" },
      ]}
    />
  );
}
