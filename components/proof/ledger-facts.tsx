import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { dateInZone, formatDate } from "@/lib/format/dates";
import { formatCount } from "@/lib/format/quantities";
import type { LedgerFact, NeedProof, ProofLedger } from "@/lib/proof/types";
import { PaperForms } from "./paper-forms";
import { STANDINGS } from "./proof-words";

/** The document with its page in our own viewer, or the line of the checklist that is still open. */
function PaperLink({
  paper: { line, file, page, proves },
  ledger,
}: {
  paper: NeedProof;
  ledger: ProofLedger;
}) {
  const checklist = `/cases/${encodeURIComponent(ledger.number)}/checklist`;
  if (!line) {
    return (
      <Link href={checklist} className="text-link">
        Open the checklist
      </Link>
    );
  }
  const at = page === null ? "" : `, page ${page}`;
  return (
    <Link prefetch={false} href={`${checklist}/${line.id}`} className="wrap-anywhere text-link">
      {file && proves ? `${file.fileName}${at}` : "Open the line"}
    </Link>
  );
}

function saidBy({ word }: NeedProof, timeZone: string): string {
  if (word === null) return "";
  return `; ${word.byName ?? "somebody"}, ${formatDate(dateInZone(word.at, timeZone))}`;
}

function PaperRow({ fact, paper, ledger }: { fact: LedgerFact; paper: NeedProof; ledger: ProofLedger }) {
  const { tone, word } = STANDINGS[paper.standing];
  return (
    <li className="py-1.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <span className="font-medium">{paper.title}</span>
        <Badge tone={tone}>{word}</Badge>
        <PaperLink paper={paper} ledger={ledger} />
        <span className="text-ink-2">
          {paper.words}
          {saidBy(paper, ledger.timeZone)}
        </span>
      </div>
      {ledger.allowed.decide && (
        <details className="mt-1">
          <summary className="w-fit cursor-pointer py-0.5 text-sm text-link">
            {paper.word === null ? "Confirm or correct" : "Look again"}
            <span className="sr-only">
              : {paper.title}, {fact.label}
            </span>
          </summary>
          <PaperForms caseId={ledger.caseId} fact={fact} paper={paper} choices={ledger.choices} />
        </details>
      )}
    </li>
  );
}

function FactRow({ fact, ledger }: { fact: LedgerFact; ledger: ProofLedger }) {
  const { key, label, papers, stake, supports, section } = fact;
  return (
    <li id={`fact-${key}`} className="scroll-mt-4 px-4 py-2.5 target:bg-info-soft">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h4 className="font-semibold wrap-anywhere">{label}</h4>
        <p className="text-sm text-ink-2 tabular-nums">
          {stake > 0 ? `${formatCount(stake, "point")} fall with it alone` : "no points fall with it alone"}
        </p>
      </div>
      <ul>
        {papers.map((paper) => (
          <PaperRow key={paper.need} {...{ fact, paper, ledger }} />
        ))}
      </ul>
      <p className="text-xs text-ink-3">
        {supports === null ? "" : `${supports}. `}Rules reference {section}
      </p>
    </li>
  );
}

/** What nobody is asked to prove: it stands by the client's word. */
function Declared({ facts }: { facts: readonly LedgerFact[] }) {
  if (facts.length === 0) return null;
  return (
    <Card labelledBy="declared">
      <CardHeader id="declared" title="Declared" detail="no paper of the application shows these" />
      <ul className="divide-y divide-line">
        {facts.map(({ key, label, personName, supports }) => (
          <li key={key} id={`fact-${key}`} className="px-4 py-2 text-sm wrap-anywhere target:bg-info-soft">
            {label}
            {personName !== null && <span className="text-ink-2"> {personName}</span>}
            {supports !== null && <span className="block text-xs text-ink-3">{supports}.</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Every fact the file rests on, person by person, with what proves it or what is missing. */
export function LedgerFacts({ ledger }: { ledger: ProofLedger }) {
  const shown = ledger.facts.filter(({ needs }) => needs.length > 0);
  const names = [...new Set(shown.map(({ personName }) => personName))];
  return (
    <>
      {names.map((name, index) => {
        const facts = shown.filter(({ personName }) => personName === name);
        const proven = facts.filter((fact) => fact.proven).length;
        return (
          <Card key={name ?? "family"} labelledBy={`facts-${index}`}>
            <CardHeader
              id={`facts-${index}`}
              title={name ?? "The family"}
              detail={`${proven} of ${formatCount(facts.length, "fact")} proven`}
            />
            <h3 className="sr-only">Facts</h3>
            <ul className="divide-y divide-line">
              {facts.map((fact) => (
                <FactRow key={fact.key} fact={fact} ledger={ledger} />
              ))}
            </ul>
          </Card>
        );
      })}
      <Declared facts={ledger.facts.filter(({ needs }) => needs.length === 0)} />
    </>
  );
}
