"use client";

import { LoaderCircle } from "lucide-react";
import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "@/components/ui/button";
import type { ButtonSize, ButtonVariant } from "@/components/ui/button-class";
import { useFormState } from "@/components/ui/form-state";

interface SubmitButtonProps {
  children: ReactNode;
  /** While it is on its way: `Saving…`. */
  pendingLabel?: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  /** Sent with the form when this button is the one pressed. */
  name?: string;
  value?: string;
  className?: string;
}

/** Sends its form. Stays focusable while it does, and a second press does nothing. */
export function SubmitButton({
  children,
  pendingLabel,
  variant = "primary",
  icon,
  ...rest
}: SubmitButtonProps) {
  const status = useFormStatus();
  const form = useFormState();
  const pending = form.pending || status.pending;
  return (
    <Button
      type="submit"
      variant={variant}
      aria-disabled={pending || undefined}
      icon={pending ? <LoaderCircle aria-hidden className="animate-spin" /> : icon}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
      {...rest}
    >
      {pending && pendingLabel !== undefined ? pendingLabel : children}
    </Button>
  );
}
