import { Button } from "@/components/ui/button";

/** For an address that leads nowhere, or to somebody else's document: the words are the same on purpose. */
export function MissingPage() {
  return (
    <div className="flex flex-col items-start gap-3 py-10">
      <h1 className="text-xl font-[650] tracking-[-0.015em]">There is nothing here</h1>
      <p className="text-ink-2">
        The address may be mistyped, or what was here is not needed any more. Nothing you sent is lost.
      </p>
      <Button href="/portal">Back to your page</Button>
    </div>
  );
}
