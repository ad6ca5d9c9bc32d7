"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { Choices } from "./upload/choices";
import { faultOf, kindOf } from "./upload/file-kinds";
import type { UploadPlace } from "./upload/kept-uploads";
import { Failed, Offered, Received, Sending, Waiting } from "./upload/outcomes";
import { PagesScreen } from "./upload/pages-screen";
import { decodePicture } from "./upload/pictures";
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

/** A picture the browser can show is looked at before it is sent; one that it cannot is left to the server's judgement. */
async function needsLook(files: readonly File[]): Promise<boolean> {
  const [file, second] = files;
  if (!file || second) return files.length > 0;
  if (kindOf(file) === "heic") return true;
  if (kindOf(file) !== "picture" || file.size === 0) return false;
  const picture = await decodePicture(file);
  picture?.close();
  return picture !== null;
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
    look = "portal",
    asItIs = false,
    next,
    onReceived,
  } = props;
  const t = useTranslations("upload");
  const router = useRouter();
  const pages = usePages();
  const upload = useUpload({ caseId, requirementId, title, door, sender }, () => {
    pages.clear();
    router.refresh();
    onReceived?.();
  });
  const { state } = upload;
  const what = props.what ?? t("theDocument");

  /** One file at once, or its pages first. */
  async function choose(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (!file) return;
    const direct = files.length === 1 && (asItIs || (look === "staff" && kindOf(file) !== "heic"));
    if (!direct && (await needsLook(files))) return pages.add(files);
    const fault = faultOf(file);
    if (fault === null) upload.begin(file, file.name);
    else upload.refuse(file.name, fault);
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
