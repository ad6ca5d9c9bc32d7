import { classNames } from "./class-names";

/** The look of anything one types into or chooses from. The lower edge keeps 3:1, so a field is known without a box. */
export const controlClass = classNames(
  "min-h-(--control) w-full min-w-0 rounded-md border border-line-strong border-b-field-edge bg-surface px-2.5",
  "text-(length:--field-text) text-ink hover:border-field-edge disabled:bg-sunken disabled:text-ink-2",
  "aria-invalid:border-late [&[readonly]]:bg-sunken",
);
