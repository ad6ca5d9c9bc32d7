import { ActionForm } from "@/components/forms/action-form";
import { FormStack } from "@/components/forms/form-row";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/ui/input";
import { requestResetAction } from "@/lib/users/actions";

/** Asks for a link to a new password. The answer never says whether the address has an account. */
export function RequestResetForm() {
  return (
    <ActionForm action={requestResetAction}>
      <FormStack>
        <TextField name="email" label="E-mail address" type="email" autoComplete="username" required />
        <SubmitButton pendingLabel="Sending…" className="w-full">
          Send me a link
        </SubmitButton>
      </FormStack>
    </ActionForm>
  );
}
