import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { formatDate } from "@/lib/format/dates";

interface TasksOnSheetProps {
  tasks: readonly { id: string; title: string; assignee: string; dueOn: string | null }[];
}

/** The open tasks of a case, to read: on its own tab they are worked on. */
export function TasksOnSheet({ tasks }: TasksOnSheetProps) {
  return (
    <Card labelledBy="sheet-tasks">
      <CardHeader id="sheet-tasks" title="Open tasks" count={tasks.length} />
      <CardBody>
        {tasks.length === 0 && <p className="text-ink-2">None is open.</p>}
        <ul className="flex flex-col gap-1">
          {tasks.map(({ id, title, assignee, dueOn }) => (
            <li key={id}>
              {title}, {assignee}
              {dueOn !== null && `, by ${formatDate(dueOn)}`}
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}
