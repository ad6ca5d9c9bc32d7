import { Button } from "@/components/ui/button";

export default function Forbidden() {
  return (
    <div id="content" className="mx-auto flex max-w-100 flex-col items-start gap-3 px-4 py-24">
      <h1 className="text-lg font-[650]">This is not open to you</h1>
      <p className="text-ink-2">
        It exists, but your role does not include it. If you need it for your work, ask an administrator of
        the firm.
      </p>
      <Button href="/">Go to the first page</Button>
    </div>
  );
}
