import { initials } from "@/lib/format/names";
import { classNames } from "./class-names";

interface AvatarProps {
  name: string;
  size?: "sm" | "md";
  className?: string;
}

/** A person's initials. Decoration: the name always stands beside it. */
export function Avatar({ name, size = "sm", className }: AvatarProps) {
  return (
    <span
      aria-hidden
      className={classNames(
        "inline-grid shrink-0 place-items-center rounded-full border border-line bg-sunken font-[650] text-ink-2",
        size === "sm" ? "size-6 text-[10px] tracking-[0.02em]" : "size-8 text-xs",
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}
