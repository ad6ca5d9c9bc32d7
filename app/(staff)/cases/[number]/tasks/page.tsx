import { AddTask } from "@/components/today/add-task";
import { OpenTasks, SettledTasks } from "@/components/today/task-list";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { RowKeys } from "@/components/ui/row-keys";
import { loadCaseTasks } from "@/lib/tasks/loaders";

interface TasksPageProps {
  params: Promise<{ number: string }>;
  /** `item` or `date`: the form is open for it. */
  searchParams: Promise<{ item?: string | string[]; date?: string | string[] }>;
}

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);

/** What has to be done on this case, and what was. */
export default async function TasksPage({ params, searchParams }: TasksPageProps) {
  const { number } = await params;
  const { item, date } = await searchParams;
  const tasks = await loadCaseTasks(number);
  return (
    <div className="space-y-4">
      <Card labelledBy="open-tasks">
        <CardHeader
          id="open-tasks"
          title="Open"
          count={tasks.open.length}
          actions={
            tasks.allowed.write ? (
              <AddTask
                choices={tasks.choices}
                on={{ requirementId: one(item), deadlineId: one(date) }}
                here={`/cases/${number}/tasks`}
              />
            ) : undefined
          }
        />
        {tasks.open.length === 0 ? (
          <EmptyState title="Nothing to do here">
            What somebody has to remember on this file stands here until it is done: a call, a question to a
            bank, a draft. It also stands on that person’s Today.
          </EmptyState>
        ) : (
          <RowKeys>
            <OpenTasks tasks={tasks} number={number} />
          </RowKeys>
        )}
      </Card>
      {tasks.settled.length > 0 && (
        <Card labelledBy="settled-tasks">
          <CardHeader
            id="settled-tasks"
            title="Done and dropped"
            count={tasks.more ? undefined : tasks.settled.length}
            detail={tasks.more ? `The newest ${tasks.settled.length}` : undefined}
          />
          <SettledTasks tasks={tasks} number={number} />
        </Card>
      )}
    </div>
  );
}
