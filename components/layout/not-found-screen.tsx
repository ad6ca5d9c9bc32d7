import { Button } from "@/components/ui/button";

/** For a `not-found.tsx`. Missing and not yours to see are the same words on purpose. */
export function NotFoundScreen({
  href = "/",
  label = "Go to the first page",
}: {
  href?: string;
  label?: string;
}) {
  return (
    <div className="mx-auto flex max-w-100 flex-col items-start gap-3 px-4 py-24">
      <h1 className="text-lg font-[650]">There is nothing here</h1>
      <p className="text-ink-2">
        The address may be mistyped, or this belongs to someone else. If a colleague sent you the link, ask
        them to give you access to the file.
      </p>
      <Button href={href}>{label}</Button>
    </div>
  );
}
