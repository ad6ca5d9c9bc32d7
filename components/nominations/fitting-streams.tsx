import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { formatDate } from "@/lib/format/dates";
import { formatCount } from "@/lib/format/quantities";
import { provinceName } from "@/lib/nominations/catalogue/rules";
import type { NominationPage, StreamForCase } from "@/lib/nominations/types";
import { Conditions } from "./conditions";

function Stream({ stream, state, fit }: StreamForCase) {
  return (
    <li className="space-y-1 border-b border-line px-4 py-2.5 last:border-b-0">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Link prefetch={false} href={`/pool/nominations/${stream.id}`} className="font-semibold text-link">
          {provinceName(stream.province)}: {stream.name}
        </Link>
        {fit.verdict === "met" ? <Badge tone="ok">Fits</Badge> : <Badge tone="watch">To check</Badge>}
      </div>
      <Conditions fit={fit} />
      <p className="text-sm text-ink-2">
        As of {formatDate(stream.asOf)}
        {state === "not_open_yet" && stream.opensOn !== null && `, opens ${formatDate(stream.opensOn)}`}.
        Check the province’s page.
      </p>
    </li>
  );
}

/** Streams of the firm's catalogue whose terms the facts meet, or may. */
export function FittingStreams({ page }: { page: NominationPage }) {
  const { streams, otherStreams } = page;
  return (
    <Card labelledBy="streams">
      <CardHeader
        id="streams"
        title="Streams that fit"
        count={streams.length > 0 ? streams.length : undefined}
        detail={otherStreams > 0 ? `${formatCount(otherStreams, "other")} in the catalogue` : undefined}
      />
      {streams.length === 0 ? (
        <CardBody className="text-ink-2">No stream of the catalogue fits the facts today.</CardBody>
      ) : (
        <ul>
          {streams.map((one) => (
            <Stream key={one.stream.id} {...one} />
          ))}
        </ul>
      )}
    </Card>
  );
}
