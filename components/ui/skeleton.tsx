import { classNames } from "./class-names";

/** A place held while something loads. Shown only past 300 ms, so a fast answer never flickers. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={classNames("skeleton block h-4 rounded-sm bg-sunken", className)} />;
}

/** A loading card of rows, for `loading.tsx`. */
export function SkeletonRows({ rows = 8 }: { rows?: number }) {
  return (
    <div role="status" aria-label="Loading" className="rounded-lg border border-line bg-surface">
      {Array.from({ length: rows }, (_, row) => (
        <div
          key={row}
          className="flex h-(--row) items-center gap-6 border-b border-line px-4 last:border-b-0"
        >
          <Skeleton className="w-1/4" />
          <Skeleton className="w-1/3" />
          <Skeleton className="ml-auto w-16" />
        </div>
      ))}
    </div>
  );
}
