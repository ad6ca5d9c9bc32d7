import { Card, CardHeader } from "@/components/ui/card";
import { Cell, HeadCell, Row, RowHead, RowLink, Table } from "@/components/ui/table";
import { formatDate } from "@/lib/format/dates";
import { formatDollars } from "@/lib/format/money";
import type { ComparedClient, ComparedRound, ComparisonPage } from "@/lib/rules/types";
import { signed } from "./version-words";

function Crossing({ rounds, words }: { rounds: readonly ComparedRound[]; words: string }) {
  return rounds.map(({ id, label, date, lowestCrs }) => (
    <p key={id}>
      {words} {label}, {formatDate(date)} ({lowestCrs})
    </p>
  ));
}

function Effects({ client }: { client: ComparedClient }) {
  const { nowReached, noLongerReached, gained, lost } = client;
  return (
    <>
      <Crossing rounds={nowReached} words="Now reaches" />
      <Crossing rounds={noLongerReached} words="No longer reaches" />
      {gained.length > 0 && <p>Gains {gained.join(", ")}</p>}
      {lost.length > 0 && <p>Loses {lost.join(", ")}</p>}
    </>
  );
}

function dollars(cents: number | null): string {
  return cents === null ? "" : formatDollars(cents);
}

function ClientRow({ client, money }: { client: ComparedClient; money: boolean }) {
  const change = (client.newCents ?? 0) - (client.oldCents ?? 0);
  return (
    <Row>
      <RowHead>
        <RowLink href={`/cases/${client.number}`}>{client.displayName}</RowLink>
        <span className="ml-2 text-sm font-normal text-ink-3">{client.number}</span>
      </RowHead>
      <Cell align="right">{money ? dollars(client.oldCents) : client.oldTotal}</Cell>
      <Cell align="right">{money ? dollars(client.newCents) : client.newTotal}</Cell>
      <Cell align="right" className="font-semibold">
        {money ? `${change > 0 ? "+" : ""}${formatDollars(change)}` : signed(client.difference)}
      </Cell>
      <Cell wrap className="min-w-56 text-sm">
        <Effects client={client} />
      </Cell>
      <Cell>{client.ownerName}</Cell>
    </Row>
  );
}

/** The clients a draft would change something for; the hardest hit first. */
export function ComparisonTable({ page }: { page: Pick<ComparisonPage, "clients" | "version" | "beside"> }) {
  const money = page.version.kind === "funds" || page.version.kind === "fees";
  return (
    <Card labelledBy="clients">
      <CardHeader id="clients" title="Clients in the pool" detail="for whom something would change" />
      <Table caption={`Clients in the pool under ${page.version.key} and under what is in force`}>
        <thead>
          <tr>
            <HeadCell>Client</HeadCell>
            <HeadCell align="right">{money ? "Asked now" : "CRS now"}</HeadCell>
            <HeadCell align="right">Draft</HeadCell>
            <HeadCell align="right">Difference</HeadCell>
            <HeadCell>Cut-offs, programs, categories</HeadCell>
            <HeadCell>Consultant</HeadCell>
          </tr>
        </thead>
        <tbody>
          {page.clients.map((client) => (
            <ClientRow key={client.caseId} client={client} money={money} />
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
