import { CalendarX2, CircleDashed, Clock, FileSearch, ListTodo, Undo2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { toneText } from "@/components/ui/tone";
import type { Block } from "@/lib/cases/overview/types";

const ICONS = {
  break: CalendarX2,
  returned: Undo2,
  review: FileSearch,
  start: Clock,
  waiting: CircleDashed,
  step: ListTodo,
} as const;

const WITH = {
  us: "The firm",
  client: "The client",
  other: "A third party",
  several: "Several",
} as const;

/** What stands in the way, what frees the most time first; only the first row has the filled button, unless the form stands below. */
export function BlocksCard({ blocks }: { blocks: readonly Block[] }) {
  return (
    <Card labelledBy="blocks">
      <CardHeader
        id="blocks"
        title="What blocks"
        count={blocks.length > 0 ? blocks.length : undefined}
        detail={blocks.length > 1 ? "in the order that frees the most time" : undefined}
      />
      {blocks.length === 0 ? (
        <CardBody className="text-ink-2">Nothing waits for anybody here.</CardBody>
      ) : (
        <ol>
          {blocks.map((block, index) => {
            const Icon = ICONS[block.icon];
            return (
              <li
                key={block.key}
                className="grid min-h-15 grid-cols-[1.25rem_minmax(0,1fr)_auto] items-center gap-x-3 border-b border-line px-4 py-2 last:border-b-0"
              >
                <Icon size={16} strokeWidth={1.75} className={toneText[block.urgency]} aria-hidden />
                <div className="min-w-0">
                  <p className="font-semibold">{block.title}</p>
                  <p className="text-sm text-ink-2">
                    {block.why}
                    <span className="sr-only">. Now with: {WITH[block.with]}</span>
                  </p>
                </div>
                <Button
                  href={block.action.href}
                  variant={index === 0 && block.icon !== "step" ? "primary" : "default"}
                  size="sm"
                >
                  {block.action.label}
                </Button>
              </li>
            );
          })}
        </ol>
      )}
    </Card>
  );
}
