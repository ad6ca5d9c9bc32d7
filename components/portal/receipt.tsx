import { Check, Sun } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { FirmDay } from "@/lib/cases/types";
import { formatBytes } from "@/lib/format/quantities";
import type { PortalVersion } from "@/lib/portal/types";
import { whenNear } from "./near-date";
import { StepList } from "./step-list";
import { portalWords } from "./words";

interface ReceiptProps {
  title: string;
  version: PortalVersion;
  /** Who checks it. */
  consultant: string;
  /** Other documents that wait for the client. */
  more: number;
  day: FirmDay;
}

/** What is said once a file is safe: its receipt, and what happens with it now. */
export async function Receipt({ title, version, consultant, more, day }: ReceiptProps) {
  const words = await portalWords();
  const { t, locale, rule } = words;
  const when = whenNear(version.sentAt, day, words);
  const [given = consultant] = consultant.split(" ");
  return (
    <>
      <p className="mb-5 border-b border-line pb-4 font-semibold wrap-anywhere">{rule(title)}</p>
      <span aria-hidden className="mb-3 grid size-14 place-items-center rounded-full bg-ok-soft text-ok">
        <Check size={28} strokeWidth={2.25} />
      </span>
      <h1 className="text-xl font-[650] tracking-[-0.015em]">{t("receipt.title")}</h1>
      <p className="mt-1 wrap-anywhere text-ink-2">
        {t("receipt.line", { file: version.fileName, size: formatBytes(version.size, locale), when })}
      </p>
      <div className="mt-4 rounded-lg border border-line bg-surface">
        <StepList
          label={t("receipt.steps")}
          current={1}
          steps={[
            {
              label: t("receipt.received"),
              text: t("receipt.number", {
                when: when.charAt(0).toUpperCase() + when.slice(1),
                receipt: version.receipt,
              }),
            },
            { label: t("receipt.check", { name: given }), text: t("receipt.checkText") },
            { label: t("receipt.end"), text: t("receipt.endText") },
          ]}
        />
      </div>
      {more === 0 && (
        <p className="mt-4 flex items-center gap-2.5 text-[0.9375rem] text-ink-2">
          <Sun size={20} strokeWidth={1.75} aria-hidden />
          {t("receipt.nothingElse")}
        </p>
      )}
      {more > 0 && <p className="mt-4 text-[0.9375rem] text-ink-2">{t("receipt.more", { count: more })}</p>}
      <Button href="/portal" variant="primary" size="lg" className="mt-4 min-h-13 w-full rounded-lg">
        {t("frame.back")}
      </Button>
    </>
  );
}
