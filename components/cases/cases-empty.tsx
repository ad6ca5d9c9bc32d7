import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { hasFilters } from "@/lib/cases/list/rules";
import type { CaseListState } from "@/lib/cases/list/types";

/** No rows: because of the filters, or because there is nothing yet. */
export function CasesEmpty({ state, mayCreate }: { state: CaseListState; mayCreate: boolean }) {
  if (hasFilters(state)) {
    return (
      <EmptyState title="No file fits all of this" action={<Button href="/cases">Show all files</Button>}>
        The search looks at names, file and profile numbers, e-mail addresses, phone numbers and NOC codes.
        Take away a filter, or a word.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Your cases will appear here"
      action={
        mayCreate ? (
          <Button href="/cases/new" variant="primary">
            Open an enquiry
          </Button>
        ) : undefined
      }
    >
      A file begins with an enquiry. Files that a manager gives to you appear here at once.
    </EmptyState>
  );
}
