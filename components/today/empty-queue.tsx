import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Today } from "@/lib/tasks/today/types";
import { formatWeekdayDate } from "@/lib/format/dates";

/** Nothing waits: says what comes next, or how the first case begins. */
export function EmptyQueue({ today }: { today: Today }) {
  const cases = today.caseload.reduce((sum, line) => sum + line.count, 0);
  if (cases === 0) {
    return (
      <EmptyState
        title="Your cases will appear here"
        action={
          today.allowed.createCase ? (
            <Button href="/cases/new" variant="primary">
              Open an enquiry
            </Button>
          ) : (
            <Button href="/cases">See the firm’s cases</Button>
          )
        }
      >
        What waits for you on your own files stands here, in one order. You own no open file now; a manager
        can give you one.
      </EmptyState>
    );
  }
  const [next] = today.week;
  return (
    <EmptyState title="Nothing needs you now" action={<Button href="/cases">Look through the cases</Button>}>
      {next === undefined
        ? "Nothing falls due in the next seven days. We will put things here as they come, at once if a client writes."
        : `The next thing is on ${formatWeekdayDate(next.on)}: ${next.text}. It will stand here in time, at once if a client writes.`}
    </EmptyState>
  );
}
