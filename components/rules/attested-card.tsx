import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { Attested } from "@/lib/rules/types";
import { confidenceWords } from "./version-words";

/** Of rules that are in force without figures: what is known, by whom, and what is not. */
export function AttestedCard({ attested: { facts, unknown } }: { attested: Attested }) {
  return (
    <Card labelledBy="attested">
      <CardHeader id="attested" title="What is known" />
      <CardBody>
        <ul className="flex max-w-prose flex-col gap-3">
          {facts.map(({ fact, confidence, source }) => (
            <li key={fact}>
              {fact}
              <span className="mt-0.5 block text-sm break-words text-ink-2">
                {confidenceWords(confidence)}. {source}
              </span>
            </li>
          ))}
        </ul>
        {unknown.length > 0 && (
          <>
            <h3 className="mt-4 font-semibold">Not known</h3>
            <ul className="list-disc pl-4">
              {unknown.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </>
        )}
      </CardBody>
    </Card>
  );
}
