"use client";

import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { createContext, use, useState } from "react";
import type { ButtonSize, ButtonVariant } from "./button-class";
import { buttonClass } from "./button-class";
import { classNames } from "./class-names";

interface DialogTrigger {
  label: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: ReactNode;
  /** Spoken instead of the label; with it and without a label the trigger is a square icon. */
  ariaLabel?: string;
  className?: string;
}

interface DialogProps {
  title: string;
  /** One or two sentences: what will happen, what cannot be taken back. */
  description?: ReactNode;
  /** The button that opens it; leave out when `open` is controlled. */
  trigger?: DialogTrigger;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  size?: "sm" | "md" | "lg";
  /** Most often an ActionForm; its `onSuccess` closes with `useDialogClose`. */
  children: ReactNode;
}

const widths = { sm: "max-w-100", md: "max-w-140", lg: "max-w-200" } as const;

const CloseContext = createContext<() => void>(() => undefined);

/** Closes the dialog one stands in. */
export function useDialogClose(): () => void {
  return use(CloseContext);
}

/** A question over the page. On a phone it fills the width and sits at the bottom, under the thumb. */
export function Dialog({ title, description, trigger, size = "md", children, ...controlled }: DialogProps) {
  const [ownOpen, setOwnOpen] = useState(false);
  const open = controlled.open ?? ownOpen;
  const setOpen = controlled.onOpenChange ?? setOwnOpen;
  return (
    <BaseDialog.Root open={open} onOpenChange={(next) => setOpen(next)}>
      {trigger && (
        <BaseDialog.Trigger
          aria-label={trigger.ariaLabel}
          className={buttonClass({
            variant: trigger.variant,
            size: trigger.size,
            square: trigger.ariaLabel !== undefined && !trigger.label,
            className: trigger.className,
          })}
        >
          {trigger.icon}
          {trigger.label}
        </BaseDialog.Trigger>
      )}
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <BaseDialog.Popup
          className={classNames(
            "fixed inset-x-0 bottom-0 z-50 mx-auto flex max-h-[92dvh] w-full flex-col rounded-t-lg border border-line-strong bg-surface shadow-float",
            "transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0",
            "sm:top-[12vh] sm:bottom-auto sm:max-h-[80dvh] sm:w-[calc(100vw-2rem)] sm:rounded-lg",
            widths[size],
          )}
        >
          <header className="px-5 pt-4 pr-14 pb-3">
            <div>
              <BaseDialog.Title className="text-md font-[650]">{title}</BaseDialog.Title>
              {description !== undefined && (
                <BaseDialog.Description render={<div />} className="mt-1 text-ink-2">
                  {description}
                </BaseDialog.Description>
              )}
            </div>
          </header>
          <div className="min-h-0 overflow-y-auto px-5 pb-5">
            <CloseContext value={() => setOpen(false)}>{children}</CloseContext>
          </div>
          {/* Last in order, so that the focus starts in the question and not on its way out. */}
          <BaseDialog.Close
            aria-label="Close"
            className={buttonClass({
              variant: "quiet",
              size: "sm",
              square: true,
              className: "absolute top-3 right-3",
            })}
          >
            <X aria-hidden />
          </BaseDialog.Close>
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

/** A quiet button that closes the dialog it stands in. */
export function DialogClose({ children = "Cancel" }: { children?: ReactNode }) {
  return <BaseDialog.Close className={buttonClass({ variant: "quiet" })}>{children}</BaseDialog.Close>;
}
