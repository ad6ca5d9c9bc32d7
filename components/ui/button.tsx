import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import type { ButtonSize, ButtonVariant } from "./button-class";
import { buttonClass } from "./button-class";

interface Look {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Before the words. */
  icon?: ReactNode;
  className?: string;
}

export type ButtonProps =
  | (Look & { href?: undefined } & Omit<ComponentProps<"button">, "className">)
  | (Look & { href: string } & Omit<ComponentProps<typeof Link>, "href" | "className">);

/** A button, or with `href` a link that looks like one. Not a submit button unless `type="submit"`. */
export function Button({ variant, size, icon, className, children, ...rest }: ButtonProps) {
  const look = buttonClass({ variant, size, className });
  const content = (
    <>
      {icon}
      {children}
    </>
  );
  if (rest.href !== undefined) {
    return (
      <Link prefetch={false} className={look} {...rest}>
        {content}
      </Link>
    );
  }
  return (
    <button type="button" className={look} {...rest}>
      {content}
    </button>
  );
}
