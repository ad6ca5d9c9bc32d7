import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import type { ButtonSize, ButtonVariant } from "./button-class";
import { buttonClass } from "./button-class";

interface Look {
  /** What it does, read aloud and shown on hover. */
  label: string;
  icon: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  className?: string;
}

type Taken = "className" | "children" | "aria-label" | "title";

export type IconButtonProps =
  | (Look & { href?: undefined } & Omit<ComponentProps<"button">, Taken>)
  | (Look & { href: string } & Omit<ComponentProps<typeof Link>, "href" | Taken>);

/** An icon alone, with its words for everyone who cannot see it. */
export function IconButton({ label, icon, variant = "quiet", size, className, ...rest }: IconButtonProps) {
  const shared = {
    className: buttonClass({ variant, size, square: true, className }),
    "aria-label": label,
    title: label,
  };
  if (rest.href !== undefined) {
    return (
      <Link prefetch={false} {...shared} {...rest}>
        {icon}
      </Link>
    );
  }
  return (
    <button type="button" {...shared} {...rest}>
      {icon}
    </button>
  );
}
