import { FilterChips } from "@/components/ui/filter-chips";
import type { PackagePage } from "@/lib/packages/types";
import { packageHref, STATES } from "./package-words";

/** Every package of the case, newest first; only one of them is worked on. */
export function PackageList({ page }: { page: PackagePage }) {
  if (page.all.length < 2) return null;
  return (
    <FilterChips
      label="Packages"
      items={page.all.map(({ number, state }) => ({
        href: packageHref(page.number, { pack: number }),
        label: `Package ${number}, ${STATES[state].label.toLowerCase()}`,
        current: page.current?.number === number,
      }))}
    />
  );
}
