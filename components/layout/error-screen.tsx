"use client";

import { Button } from "@/components/ui/button";

/** The number under which the server logged it; an error of the browser has none. */
function referenceOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("digest" in error)) return null;
  return typeof error.digest === "string" ? error.digest : null;
}

interface ErrorTexts {
  title: string;
  text: string;
  again: string;
  reference: (reference: string) => string;
}

/** For staff screens. */
const ENGLISH: ErrorTexts = {
  title: "This page could not be shown",
  text: "Something went wrong on our side. Everything that was saved before is safe. Try again; if it stays, tell your administrator what you were doing, and the reference where one is given.",
  again: "Try again",
  reference: (reference) => `Reference ${reference}`,
};

interface ErrorScreenProps {
  error: unknown;
  retry: () => void;
  texts?: ErrorTexts;
}

/** What happened, what was kept, what to do. */
export function ErrorScreen({ error, retry, texts = ENGLISH }: ErrorScreenProps) {
  const reference = referenceOf(error);
  return (
    <div role="alert" className="mx-auto flex max-w-100 flex-col items-start gap-3 px-4 py-24">
      <h1 className="text-lg font-[650]">{texts.title}</h1>
      <p className="text-ink-2">{texts.text}</p>
      <Button variant="primary" onClick={() => retry()}>
        {texts.again}
      </Button>
      {reference !== null && <p className="text-xs text-ink-3">{texts.reference(reference)}</p>}
    </div>
  );
}
