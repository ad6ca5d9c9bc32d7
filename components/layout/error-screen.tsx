"use client";

import { Button } from "@/components/ui/button";

/** The number under which the server logged it; an error of the browser has none. */
function referenceOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("digest" in error)) return null;
  return typeof error.digest === "string" ? error.digest : null;
}

/** What happened, what was kept, what to do. */
export function ErrorScreen({ error, retry }: { error: unknown; retry: () => void }) {
  const reference = referenceOf(error);
  return (
    <div role="alert" className="mx-auto flex max-w-100 flex-col items-start gap-3 px-4 py-24">
      <h1 className="text-lg font-[650]">This page could not be shown</h1>
      <p className="text-ink-2">
        Something went wrong on our side. Everything that was saved before is safe. Try again; if it stays,
        tell your administrator what you were doing
        {reference === null ? "." : " and give them the reference below."}
      </p>
      <Button variant="primary" onClick={() => retry()}>
        Try again
      </Button>
      {reference !== null && <p className="text-xs text-ink-3">Reference {reference}</p>}
    </div>
  );
}
