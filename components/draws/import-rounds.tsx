"use client";

import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardBody } from "@/components/ui/card";
import { FileButton } from "@/components/ui/file-button";
import { TextField } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { MAX_FILE_BYTES } from "@/lib/draws/import/rules";
import type { ImportPlan } from "@/lib/draws/import/types";
import { formatBytes, formatCount } from "@/lib/format/quantities";
import { ImportPreview } from "./import-preview";

const IRCC = "canada.ca, ee_rounds_123_en.json";

interface Chosen {
  fileName: string;
  text: string;
  plan: ImportPlan;
}

interface Written {
  added: number;
  corrected: number;
  same: number;
  leftOut: number;
}

class ImportRefused extends Error {}

async function post<T>(text: string, query = ""): Promise<T> {
  const response = await fetch(`/api/rounds/import${query}`, { method: "POST", body: text }).catch(() => {
    throw new ImportRefused("The connection was lost. Nothing was written; try again.");
  });
  const body: unknown = await response.json().catch(() => null);
  const error = (body as { error?: { message?: unknown; fieldErrors?: Record<string, string> } } | null)
    ?.error;
  if (response.ok) return body as T;
  const [fault] = Object.values(error?.fieldErrors ?? {});
  throw new ImportRefused(
    fault ??
      (typeof error?.message === "string"
        ? error.message
        : "Something went wrong on our side; nothing was written."),
  );
}

/** Reads a file, shows what it would change, and writes it when told to. */
export function ImportRounds() {
  const router = useRouter();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [written, setWritten] = useState<Written | null>(null);
  const [busy, setBusy] = useState(false);
  const [source, setSource] = useState(IRCC);
  const [skip, setSkip] = useState<readonly string[]>([]);

  async function attempt(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    setFault(null);
    try {
      await work();
    } catch (error) {
      setFault(error instanceof ImportRefused ? error.message : "The file could not be read.");
    } finally {
      setBusy(false);
    }
  }

  const choose = (file: File) =>
    attempt(async () => {
      setChosen(null);
      setWritten(null);
      setSkip([]);
      if (file.size > MAX_FILE_BYTES)
        throw new ImportRefused(
          `${file.name} is ${formatBytes(file.size)}. A file of rounds is at most 5 MB.`,
        );
      const text = await file.text();
      const preview = await post<{ plan: ImportPlan } | { refused: string }>(text);
      if ("refused" in preview) throw new ImportRefused(`${file.name}: ${preview.refused}`);
      setChosen({ fileName: file.name, text, plan: preview.plan });
    });

  const write = ({ text, plan }: Chosen) =>
    attempt(async () => {
      const query = new URLSearchParams({ write: "1", source });
      if (plan.faulty.length > 0) query.set("leaveFaulty", "1");
      for (const id of skip) query.append("skip", id);
      setWritten(await post<Written>(text, `?${query.toString()}`));
      setChosen(null);
      router.refresh();
    });

  return (
    <div className="grid gap-4">
      <Card>
        <CardBody className="flex flex-wrap items-center gap-3">
          <FileButton
            label="Choose a file"
            icon={<FileUp aria-hidden />}
            accept=".json,.csv,application/json,text/csv"
            onFile={(file) => void choose(file)}
          />
          <p className="text-sm text-ink-2">
            JSON as IRCC publishes it, or CSV with the headings number, date, program, invitations, lowest
            CRS, tie-break.
          </p>
        </CardBody>
      </Card>
      <div aria-live="polite" className="grid gap-4 empty:-mt-4">
        {busy && <p className="text-sm text-ink-2">Reading the file…</p>}
        {fault !== null && (
          <Notice tone="late" title="Nothing was written">
            {fault}
          </Notice>
        )}
        {written && (
          <Notice
            tone="ok"
            title={`${formatCount(written.added, "round")} added, ${written.corrected} corrected`}
          >
            {written.same} were recorded like this already
            {written.leftOut > 0 ? `, and ${formatCount(written.leftOut, "faulty row")} left out.` : "."}
          </Notice>
        )}
      </div>
      {chosen && (
        <ImportPreview
          fileName={chosen.fileName}
          plan={chosen.plan}
          skip={skip}
          onSkip={setSkip}
          footer={
            <div className="flex flex-wrap items-end gap-3">
              <TextField
                name="source"
                label="Where the file is from"
                defaultValue={source}
                onValueChange={setSource}
                maxLength={300}
                className="w-80"
              />
              <WriteButton chosen={chosen} skip={skip} busy={busy} onWrite={() => void write(chosen)} />
            </div>
          }
        />
      )}
    </div>
  );
}

interface WriteButtonProps {
  chosen: Chosen;
  skip: readonly string[];
  busy: boolean;
  onWrite: () => void;
}

function WriteButton({ chosen: { plan }, skip, busy, onWrite }: WriteButtonProps) {
  const count = plan.fresh.length + plan.changed.length - skip.length;
  if (count === 0) return <p className="text-sm text-ink-2">There is nothing to write.</p>;
  return (
    <Button variant="primary" disabled={busy} onClick={onWrite}>
      {plan.faulty.length > 0
        ? `Write ${formatCount(count, "round")}, leave the faulty rows out`
        : `Write ${formatCount(count, "round")}`}
    </Button>
  );
}
