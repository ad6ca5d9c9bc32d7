import { DefinitionList } from "@/components/ui/definition-list";
import type { RequirementItem } from "@/lib/checklist/types";
import { formatCount } from "@/lib/format/quantities";

function Points({ points }: { points: readonly string[] }) {
  return (
    <ul className="list-disc pl-4">
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  );
}

/** All that is known of what a document of this line has to be: why, how it is judged, what usually goes wrong. */
export function ItemDetails({ item }: { item: RequirementItem }) {
  const { spec, reason, leadDays, validity } = item;
  return (
    <DefinitionList
      items={[
        { term: "Why", value: reason },
        ...(spec.goodExample === "" ? [] : [{ term: "A good one", value: spec.goodExample }]),
        { term: "Accepted when", value: <Points points={spec.points} /> },
        {
          term: "How long it counts",
          value: validity.words === "" ? spec.validity : `${spec.validity}. ${validity.words}`,
        },
        { term: "Usual faults", value: <Points points={spec.faults} /> },
        { term: "Planned with", value: formatCount(leadDays, "day") },
      ]}
    />
  );
}
