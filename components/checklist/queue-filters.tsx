"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { SelectField } from "@/components/ui/select";
import type { QueueChoice, QueueFilter, ReviewQueue } from "@/lib/checklist/review/types";
import { queueQuery } from "./queue-address";

function optionsOf(choices: readonly QueueChoice[]) {
  return choices.map(({ value, label, count }) => ({ value, label: `${label} (${count})` }));
}

interface QueueFiltersProps {
  filter: QueueFilter;
  queue: Pick<ReviewQueue, "consultants" | "kinds">;
}

/** Whose documents, of which kind, in which order. The choice is in the address; without JavaScript a button sends it. */
export function QueueFilters({ filter, queue }: QueueFiltersProps) {
  const router = useRouter();
  const show = (change: Partial<QueueFilter>) =>
    router.push(`/review${queueQuery({ ...filter, ...change })}`);
  const orders = [
    { order: "urgent", label: "First to run out of time" },
    { order: "oldest", label: "Waiting longest" },
  ] as const;
  return (
    <form action="/review" className="mb-3 flex flex-wrap items-end gap-3">
      {filter.caseNumber !== null && <input type="hidden" name="case" value={filter.caseNumber} />}
      {filter.order !== "urgent" && <input type="hidden" name="order" value={filter.order} />}
      <SelectField
        key={`consultant-${filter.consultantId ?? ""}`}
        name="consultant"
        label="Consultant"
        emptyLabel="Everybody"
        options={optionsOf(queue.consultants)}
        defaultValue={filter.consultantId ?? ""}
        onValueChange={(value) => show({ consultantId: value === "" ? null : value })}
      />
      <SelectField
        key={`kind-${filter.kind ?? ""}`}
        name="kind"
        label="Kind"
        emptyLabel="All kinds"
        options={optionsOf(queue.kinds)}
        defaultValue={filter.kind ?? ""}
        onValueChange={(value) => show({ kind: value === "" ? null : value })}
      />
      <noscript>
        <Button type="submit">Show</Button>
      </noscript>
      <SegmentedControl
        label="Order"
        items={orders.map(({ order, label }) => ({
          label,
          href: `/review${queueQuery({ ...filter, order })}`,
          current: filter.order === order,
        }))}
      />
    </form>
  );
}
