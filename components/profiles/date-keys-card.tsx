import { Download } from "lucide-react";
import { UploadPanel } from "@/components/documents/upload-panel";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button-class";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { Dialog } from "@/components/ui/dialog";
import type { Tone } from "@/components/ui/tone";
import { formatDate } from "@/lib/format/dates";
import type { DateKeys, KeysState } from "@/lib/profiles/keys/types";
import { AttachLetterForm } from "./attach-letter-form";
import { ChangeDateForm } from "./change-date-form";
import { ConfirmDateForm } from "./confirm-date-form";

const STATES: Readonly<Record<KeysState, { tone: Tone; label: string }>> = {
  no_letter: { tone: "watch", label: "Date not confirmed: the letter is missing" },
  to_confirm: { tone: "watch", label: "Date not confirmed" },
  disputed: { tone: "late", label: "Two readings of the letter differ" },
  confirmed: { tone: "ok", label: "Date confirmed" },
};

function Letter({ keys }: { keys: DateKeys }) {
  const { letter, allowed, caseId, documents } = keys;
  return (
    <div className="space-y-2">
      <h4 className="text-sm font-semibold">IRCC’s letter</h4>
      {letter && (
        <p className="flex flex-wrap items-center gap-2">
          {letter.title}
          <a
            href={`/api/documents/${letter.versionId}`}
            download
            className={buttonClass({ variant: "default", size: "sm" })}
          >
            <Download aria-hidden /> Open the letter
          </a>
        </p>
      )}
      {allowed.attach && (
        <details open={letter === null}>
          <summary className="cursor-pointer text-sm">
            {letter ? "Another letter" : "Attach the letter"}
          </summary>
          <div className="mt-2 space-y-2">
            <UploadPanel
              look="staff"
              what="the invitation letter"
              caseId={caseId}
              requirementId={null}
              title="Invitation to apply, letter"
            />
            {documents.length > 0 && <AttachLetterForm caseId={caseId} documents={documents} />}
          </div>
        </details>
      )}
    </div>
  );
}

/** What each of the two says, once that may be seen. */
function Readings({ keys }: { keys: DateKeys }) {
  const { entered, says, confirmed, read, timeZone } = keys;
  return (
    <ol className="space-y-1 text-sm">
      <li>
        Entered by {entered.by}, <InstantText instant={entered.at} zone={timeZone} />
        {says && (
          <>
            : invited on <b className="font-semibold">{formatDate(says.issuedOn)}</b>
          </>
        )}
      </li>
      {read && (
        <li className="text-late">
          {read.by} read in the letter: invited on{" "}
          <b className="font-semibold">{formatDate(read.issuedOn)}</b>, last day {formatDate(read.deadline)}
        </li>
      )}
      {confirmed && (
        <li>
          Read in the letter and confirmed by {confirmed.by},{" "}
          <InstantText instant={confirmed.at} zone={timeZone} />
        </li>
      )}
    </ol>
  );
}

/** The two keys of the invitation's date: the letter, who entered it, who confirms it, and how it is changed. */
export function DateKeysCard({ keys }: { keys: DateKeys }) {
  const { state, allowed, waitsFor, says, caseId } = keys;
  const { tone, label } = STATES[state];
  return (
    <Card labelledBy="date-keys">
      <CardHeader
        id="date-keys"
        title="Date of the invitation"
        actions={<Badge tone={tone}>{label}</Badge>}
      />
      <CardBody className="space-y-4">
        <Readings keys={keys} />
        {state !== "confirmed" && (
          <p className="text-sm text-ink-2">
            The window runs all the same, to {formatDate(keys.runsTo)}.{" "}
            {state === "disputed" &&
              "It is the earlier of the two. Read the letter again, or enter the date anew with the reason."}
          </p>
        )}
        <Letter keys={keys} />
        {allowed.confirm && <ConfirmDateForm caseId={caseId} />}
        {state !== "confirmed" && !allowed.confirm && waitsFor && (
          <p className="text-sm text-ink-2">{waitsFor}</p>
        )}
        {allowed.change && says && (
          <Dialog
            title="Change the date of the invitation"
            description="Both keys again: you enter it, somebody else reads it in the letter. Until then the earlier last day holds."
            trigger={{ label: "Change the date…" }}
          >
            <ChangeDateForm
              caseId={caseId}
              receivedAt={says.receivedAt.toISOString().slice(0, 19).replace("T", " ")}
              shownExpiry={says.shownExpiry}
            />
          </Dialog>
        )}
      </CardBody>
    </Card>
  );
}
