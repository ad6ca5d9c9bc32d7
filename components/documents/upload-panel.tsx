"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { Choices } from "./upload/choices";
import { faultOf, kindOf } from "./upload/file-kinds";
import type { UploadPlace } from "./upload/kept-uploads";
import { Failed, Offered, Received, Sending, Waiting } from "./upload/outcomes";
import { PagesScreen } from "./upload/pages-screen";
import { usePages } from "./upload/use-pages";
import { useUpload } from "./upload/use-upload";

interface UploadPanelProps extends UploadPlace {
  /** What is being sent, in a sentence: `the letter`, `your passport`. */
  what?: string;
  /** What a file made of several pages is called: `Passport`. */
  fileTitle?: string;
  /** Sent as it is, byte for byte: a digital photo is judged by its own pixels. */
  asItIs?: boolean;
  /** `portal`: big buttons with the camera first. `staff`: one dense row. */
  look?: "portal" | "staff";
  /** What happens after "received": who looks at it, and when. */
  next?: ReactNode;
  onReceived?: () => void;
}

/**
 * Sends one document: by camera, from the files, or dropped; several pages become one file. Says "received" only when it
 * is durable, keeps the file until then, and never sends the same thing twice.
 */
export function UploadPanel(props: UploadPanelProps) {
  const {
    caseId,
    requirementId,
    title,
    door,
    sender,
    forMessage,
    messageItem,
    look = "portal",
    asItIs = false,
    next,
    onReceived,
  } = props;
  const t = useTranslations("upload");
  const router = useRouter();
  const pages = usePages();
  const upload = useUpload({ caseId, requirementId, title, door, sender, forMessage, messageItem }, () => {
    pages.clear();
    router.refresh();
    onReceived?.();
  });
  const { state } = upload;
  const what = props.what ?? t("theDocument");

  function sendAsItIs(file: File): void {
    const fault = faultOf(file);
    if (fault === null) upload.begin(file, file.name);
    else upload.refuse(file.name, fault);
  }

  /** Pictures and several files are looked at first; anything else is sent at once. */
  async function choose(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (!file) return;
    const kind = kindOf(file);
    const isPicture = kind === "heic" || (kind === "picture" && look === "portal");
    if (files.length === 1 && (asItIs || !isPicture)) return sendAsItIs(file);
    const [refused] = await pages.add(files);
    // A picture that this browser cannot show may still be a good one: the server judges it.
    if (files.length > 1 || refused?.fault !== "unreadable") return;
    pages.clear();
    sendAsItIs(file);
  }

  const isIdle = state.step === "idle";
  const ordering = pages.pages.length > 0 || pages.reading > 0 || pages.refused.length > 0;
  return (
    <div className="min-w-0">
      {isIdle && ordering && (
        <PagesScreen pages={pages} title={props.fileTitle ?? title ?? t("document")} onSend={upload.begin} />
      )}
      {isIdle && !ordering && <Choices {...{ what, look }} onFiles={(files) => void choose(files)} />}
      <div aria-live="polite">
        {state.step === "offered" && <Offered state={state} onGoOn={upload.again} onForget={upload.reset} />}
        {state.step === "sending" && <Sending state={state} onStop={upload.stop} />}
        {state.step === "waiting" && <Waiting state={state} onNow={upload.again} onStop={upload.stop} />}
        {state.step === "failed" && <Failed state={state} onAgain={upload.again} onOther={upload.reset} />}
        {state.step === "received" && <Received {...{ state, next }} onMore={upload.reset} />}
      </div>
    </div>
  );
}
