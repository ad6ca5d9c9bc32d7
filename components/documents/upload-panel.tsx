"use client";

import { Camera, CircleCheck, FileUp, WifiOff } from "lucide-react";
import { useRouter } from "next/navigation";
import type { DragEvent, ReactNode } from "react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { FileButton } from "@/components/ui/file-button";
import { Progress } from "@/components/ui/meter";
import { Notice } from "@/components/ui/notice";
import { formatBytes } from "@/lib/format/quantities";
import type { UploadPlace, UploadState } from "./use-upload";
import { useUpload } from "./use-upload";

/** Without HEIC, so that iPhones convert on the way (SECURITY.md 5.7). */
const ACCEPT = "image/jpeg,image/png,application/pdf,.docx";
const PHOTO = "image/jpeg,image/png";

interface UploadPanelProps extends UploadPlace {
  /** What is being sent, in a sentence: `the letter`, `your passport`. */
  what?: string;
  /** `portal`: big buttons with the camera first. `staff`: one dense row. */
  look?: "portal" | "staff";
  /** What happens after "received": who looks at it, and when. */
  next?: ReactNode;
  onReceived?: () => void;
}

/**
 * Sends one document: by camera, from the files, or dropped. Says "received" only when it is durable, keeps the
 * file for another try when the line breaks, and never sends the same thing twice.
 */
export function UploadPanel({
  what = "the document",
  look = "portal",
  next,
  onReceived,
  ...place
}: UploadPanelProps) {
  const router = useRouter();
  const upload = useUpload(place, () => {
    router.refresh();
    onReceived?.();
  });
  const { state } = upload;
  return (
    <div aria-live="polite" className="min-w-0">
      {state.step === "idle" && <Choices {...{ what, look }} onFile={upload.choose} />}
      {state.step === "sending" && <Sending state={state} onStop={upload.stop} />}
      {state.step === "failed" && (
        <div className="flex flex-col gap-3">
          <Notice tone="late" title={`${state.fileName} was not sent`}>
            {state.message}
          </Notice>
          <div className="flex flex-wrap gap-2">
            {state.again && (
              <Button variant="primary" onClick={upload.retry}>
                Send it again
              </Button>
            )}
            <Button onClick={upload.reset}>Choose another file</Button>
          </div>
        </div>
      )}
      {state.step === "received" && <Received {...{ state, next }} onMore={upload.reset} />}
    </div>
  );
}

interface ChoicesProps {
  what: string;
  look: "portal" | "staff";
  onFile: (file: File) => void;
}

function Choices({ what, look, onFile }: ChoicesProps) {
  const [over, setOver] = useState(false);
  const portal = look === "portal";
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={classNames(
        "rounded-lg border border-dashed",
        portal ? "border-transparent" : "border-line-strong p-3",
        over && "border-focus bg-info-soft",
      )}
    >
      <div className={classNames("flex gap-2", portal ? "flex-col" : "flex-wrap items-center")}>
        {portal && (
          <FileButton
            label={`Take a photo of ${what}`}
            icon={<Camera aria-hidden />}
            accept={PHOTO}
            capture
            onFile={onFile}
            variant="primary"
            size="lg"
            className="w-full"
          />
        )}
        <FileButton
          label="Choose a file"
          icon={<FileUp aria-hidden />}
          accept={ACCEPT}
          onFile={onFile}
          size={portal ? "lg" : "sm"}
          className={portal ? "w-full" : undefined}
        />
        <p className="text-sm text-ink-2">
          {portal ? "" : "or drop it here. "}PDF, JPEG, PNG or Word, up to 25 MB.
        </p>
      </div>
      <noscript>
        <p className="mt-2 text-sm">
          Sending files needs JavaScript. Turn it on, or send {what} by other means.
        </p>
      </noscript>
    </div>
  );
}

function timeLeft(seconds: number | null): string {
  if (seconds === null) return "";
  if (seconds < 90) return `, about ${Math.max(1, seconds)} s`;
  return `, about ${Math.round(seconds / 60)} min`;
}

function Sending({
  state,
  onStop,
}: {
  state: Extract<UploadState, { step: "sending" }>;
  onStop: () => void;
}) {
  const { fileName, sent, size, secondsLeft } = state;
  const share = size === 0 ? 0 : sent / size;
  // All bytes have left, but they are not safe before the server says so.
  const storing = sent >= size;
  return (
    <div className="flex flex-col gap-3">
      <div className="rounded-lg border border-line bg-surface p-4">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="text-xl font-[650] tabular-nums">{storing ? 99 : Math.floor(share * 100)} %</span>
          <span className="text-ink-2 tabular-nums">
            {storing
              ? "making it safe"
              : `${formatBytes(sent)} of ${formatBytes(size)}${timeLeft(secondsLeft)}`}
          </span>
        </p>
        <Progress label={`Sending ${fileName}`} value={storing ? null : share} className="mt-3" />
        <p className="mt-2 truncate text-sm text-ink-2">{fileName}</p>
      </div>
      <p className="flex items-start gap-2 text-sm text-ink-2">
        <WifiOff size={16} className="mt-0.5 shrink-0" aria-hidden />
        If the connection drops, the file stays here and you can send it again. Nothing is sent twice.
      </p>
      <Button onClick={onStop}>Stop</Button>
    </div>
  );
}

interface ReceivedProps {
  state: Extract<UploadState, { step: "received" }>;
  next: ReactNode;
  onMore: () => void;
}

function Received({ state, next, onMore }: ReceivedProps) {
  return (
    <div className="flex flex-col items-start gap-2">
      <p className="flex items-center gap-2 text-md font-[650]">
        <CircleCheck size={20} className="text-ok" aria-hidden />
        Received, thank you
      </p>
      <p className="text-ink-2">
        {state.fileName}, {formatBytes(state.size)}. It is stored safely; receipt {state.receipt}.
      </p>
      {next}
      <Button variant="quiet" size="sm" onClick={onMore}>
        Send another
      </Button>
    </div>
  );
}
