"use client";

import { CircleCheck, WifiOff } from "lucide-react";
import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/meter";
import { Notice } from "@/components/ui/notice";
import { formatBytes } from "@/lib/format/quantities";
import type { UploadState } from "./upload-run";
import { useFaultWords } from "./use-fault-words";

type In<Step extends UploadState["step"]> = Extract<UploadState, { step: Step }>;

/** `, about 20 s`. */
function useTimeLeft(): (seconds: number | null) => string {
  const t = useTranslations("upload");
  return (seconds) => {
    if (seconds === null) return "";
    if (seconds < 90) return t("secondsLeft", { seconds: Math.max(1, seconds) });
    return t("minutesLeft", { minutes: Math.round(seconds / 60) });
  };
}

/** How far it has come. */
export function Sending({ state, onStop }: { state: In<"sending">; onStop: () => void }) {
  const t = useTranslations("upload");
  const locale = useLocale();
  const timeLeft = useTimeLeft();
  const { fileName, sent, size, secondsLeft } = state;
  const share = size === 0 ? 0 : sent / size;
  // All bytes have left, but they are not safe before the server says so.
  const storing = sent >= size;
  const figures = t("sentOf", { sent: formatBytes(sent, locale), size: formatBytes(size, locale) });
  return (
    <div className="flex flex-col gap-3">
      <div className="rounded-lg border border-line bg-surface p-4">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="text-xl font-[650] tabular-nums">{storing ? 99 : Math.floor(share * 100)} %</span>
          <span className="text-ink-2 tabular-nums">
            {storing ? t("storing") : `${figures}${timeLeft(secondsLeft)}`}
          </span>
        </p>
        <Progress label={t("sending", { file: fileName })} value={storing ? null : share} className="mt-3" />
        <p className="mt-2 truncate text-sm text-ink-2">{fileName}</p>
      </div>
      <p className="flex items-start gap-2 text-sm text-ink-2">
        <WifiOff size={16} className="mt-0.5 shrink-0" aria-hidden />
        {t("ifLost")}
      </p>
      <Button onClick={onStop}>{t("stop")}</Button>
    </div>
  );
}

interface WaitingProps {
  state: In<"waiting">;
  onNow: () => void;
  onStop: () => void;
}

/** The line is broken: what is kept, and that it goes on by itself. */
export function Waiting({ state, onNow, onStop }: WaitingProps) {
  const t = useTranslations("upload");
  return (
    <div className="flex flex-col gap-3">
      <Notice tone="watch" title={t("lost")}>
        {t("lostText", { file: state.fileName })}
      </Notice>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={onNow}>
          {t("tryNow")}
        </Button>
        <Button onClick={onStop}>{t("stop")}</Button>
      </div>
    </div>
  );
}

interface OfferedProps {
  state: In<"offered">;
  onGoOn: () => void;
  onForget: () => void;
}

/** The tab was closed in the middle: the file is still here. */
export function Offered({ state, onGoOn, onForget }: OfferedProps) {
  const t = useTranslations("upload");
  const locale = useLocale();
  const { fileName, size } = state;
  return (
    <div className="flex flex-col gap-3">
      <Notice tone="info" title={t("offered", { file: fileName })}>
        {t("offeredText", { size: formatBytes(size, locale) })}
      </Notice>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={onGoOn}>
          {t("goOn")}
        </Button>
        <Button onClick={onForget}>{t("forget")}</Button>
      </div>
    </div>
  );
}

interface FailedProps {
  state: In<"failed">;
  onAgain: () => void;
  onOther: () => void;
}

/** What happened, what was kept, what to do. */
export function Failed({ state, onAgain, onOther }: FailedProps) {
  const t = useTranslations("upload");
  const words = useFaultWords();
  return (
    <div className="flex flex-col gap-3">
      <Notice tone="late" title={t("notSent", { file: state.fileName })}>
        {words(state.code, state.sentence)}
      </Notice>
      <div className="flex flex-wrap gap-2">
        {state.again && (
          <Button variant="primary" onClick={onAgain}>
            {t("sendAgain")}
          </Button>
        )}
        <Button onClick={onOther}>{t("chooseOther")}</Button>
      </div>
    </div>
  );
}

interface ReceivedProps {
  state: In<"received">;
  next: ReactNode;
  onMore: () => void;
}

/** It is durable, and has a receipt. */
export function Received({ state, next, onMore }: ReceivedProps) {
  const t = useTranslations("upload");
  const locale = useLocale();
  const { fileName, size, receipt } = state;
  return (
    <div className="flex flex-col items-start gap-2">
      <p className="flex items-center gap-2 text-md font-[650]">
        <CircleCheck size={20} className="text-ok" aria-hidden />
        {t("received")}
      </p>
      <p className="text-ink-2">
        {t("receivedText", { file: fileName, size: formatBytes(size, locale), receipt })}
      </p>
      {next}
      <Button variant="quiet" size="sm" onClick={onMore}>
        {t("another")}
      </Button>
    </div>
  );
}
