import { classNames } from "./class-names";

/**
 * `primary` is the one dark button of a screen (or of the focused row), `danger` destroys or refuses,
 * `quiet` has no edge, `row` is a default button that turns dark while its table row is the active one.
 */
export type ButtonVariant = "default" | "primary" | "quiet" | "danger" | "row";
/** `sm` is for rows, `lg` for the one big button of a portal card. */
export type ButtonSize = "sm" | "md" | "lg";

const primary = "border-ink bg-ink text-paper hover:bg-ink/88 aria-disabled:hover:bg-ink";

const variants: Readonly<Record<ButtonVariant, string>> = {
  default: "border-line-strong bg-surface text-ink hover:bg-sunken",
  primary,
  quiet: "border-transparent bg-transparent text-ink hover:bg-sunken",
  danger: "border-line-strong bg-surface text-late hover:border-late hover:bg-late-soft",
  row: classNames(
    "border-line-strong bg-surface text-ink hover:bg-sunken",
    "row-active:border-ink row-active:bg-ink row-active:text-paper row-active:hover:bg-ink/88",
  ),
};

const sizes: Readonly<Record<ButtonSize, string>> = {
  sm: "min-h-(--control-sm) px-2.5 text-(length:--control-text)",
  md: "min-h-(--control) px-3 text-(length:--control-text)",
  lg: "min-h-12 px-4 text-md",
};

const squares: Readonly<Record<ButtonSize, string>> = {
  sm: "size-(--control-sm)",
  md: "size-(--control)",
  lg: "size-12",
};

const base = classNames(
  "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-semibold whitespace-nowrap no-underline select-none",
  "transition-colors duration-100 disabled:opacity-55 aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0",
);

interface ButtonLook {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Square, for an icon alone. */
  square?: boolean;
  className?: string;
}

/** The look of a button, for elements that must be something else (a Base UI trigger, a label). */
export function buttonClass({
  variant = "default",
  size = "md",
  square,
  className,
}: ButtonLook = {}): string {
  return classNames(base, variants[variant], square ? squares[size] : sizes[size], className);
}
