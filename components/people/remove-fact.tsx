"use client";

import { useRouter } from "next/navigation";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-action";
import { SubmitButton } from "@/components/forms/submit-button";
import { useToasts } from "@/components/ui/toast";
import type { FactsChanged } from "@/lib/people/types";

interface RemoveFactProps {
  action: FormAction<FactsChanged>;
  hidden: Readonly<Record<string, string | number>>;
  /** `this job`, `Arjun Kulkarni and everything entered about them`. */
  what: string;
  closeHref: string;
}

/** Two presses, the second one says what goes. A disclosure of the platform: it works before JavaScript. */
export function RemoveFact({ action, hidden, what, closeHref }: RemoveFactProps) {
  const router = useRouter();
  const toasts = useToasts();
  return (
    <details className="mt-3 border-t border-line pt-2 text-sm">
      <summary className="w-fit rounded-sm py-1 text-late hover:underline">Remove…</summary>
      <ActionForm
        action={action}
        hidden={hidden}
        className="flex flex-wrap items-center gap-2 py-1"
        onSuccess={() => {
          toasts.say("Removed");
          router.replace(closeHref, { scroll: false });
        }}
      >
        <span className="flex-1 basis-40">Remove {what}? The score is derived anew.</span>
        <SubmitButton variant="danger" size="sm" pendingLabel="Removing…">
          Remove
        </SubmitButton>
      </ActionForm>
    </details>
  );
}
