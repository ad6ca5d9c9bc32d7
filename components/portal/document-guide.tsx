import { Check, ChevronDown, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { PortalDocument } from "@/lib/portal/types";
import { termsIn } from "./terms";
import { portalWords } from "./words";

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="border-t border-line px-4 py-3.5 first:border-t-0">
      <h3 className="mb-1 font-semibold">{title}</h3>
      {children}
    </div>
  );
}

function Points({ items, sign }: { items: readonly string[]; sign: ReactNode }) {
  return (
    <ul className="flex flex-col gap-1.5 text-[0.9375rem] leading-6 text-ink-2">
      {items.map((item) => (
        <li key={item} className="flex gap-2">
          {sign}
          <span>{item}</span>
        </li>
      ))}
    </ul>
  );
}

/** The list the firm ticks: folded, as it is written for those who check. */
export async function PointsCard({ points }: { points: readonly string[] }) {
  const { t, rule } = await portalWords();
  return (
    <details className="group mt-3 rounded-lg border border-line bg-surface">
      <summary className="flex min-h-12 list-none items-center gap-2 px-4 -outline-offset-2">
        <span className="flex-1 font-semibold">{t("document.points")}</span>
        <ChevronDown
          size={20}
          strokeWidth={1.75}
          className="shrink-0 text-ink-3 group-open:rotate-180"
          aria-hidden
        />
      </summary>
      <div className="border-t border-line px-4 py-3.5">
        <p className="mb-2 text-base text-ink-2">{t("document.pointsLead")}</p>
        <Points
          items={points.map(rule)}
          sign={<Check size={18} strokeWidth={1.75} className="mt-0.5 shrink-0 text-ok" aria-hidden />}
        />
      </div>
    </details>
  );
}

type Guide = Pick<PortalDocument, "points" | "faults" | "goodExample" | "why">;

/** Why a document is needed, what a good one looks like, what often goes wrong, and what the terms mean. */
export async function DocumentGuide({ why, goodExample, faults, points }: Guide) {
  const { t, rule } = await portalWords();
  const terms = termsIn([why, goodExample, ...faults, ...points]);
  return (
    <div className="rounded-lg border border-line bg-surface">
      {goodExample !== "" && (
        <Part title={t("document.good")}>
          <p className="text-ink-2">{rule(goodExample)}</p>
        </Part>
      )}
      <Part title={t("document.why")}>
        <p className="text-ink-2">{rule(why).replace(/\.$/, "")}.</p>
      </Part>
      {faults.length > 0 && (
        <Part title={t("document.faults")}>
          <Points
            items={faults.map(rule)}
            sign={
              <TriangleAlert
                size={18}
                strokeWidth={1.75}
                className="mt-0.5 shrink-0 text-watch"
                aria-hidden
              />
            }
          />
        </Part>
      )}
      {terms.length > 0 && (
        <Part title={t("document.terms")}>
          <dl className="flex flex-col gap-1.5 text-[0.9375rem] leading-6 text-ink-2">
            {terms.map((term) => (
              <div key={term}>
                <dt className="mr-1 inline font-semibold text-ink">{t(`terms.${term}.term`)}:</dt>
                <dd className="inline">{t(`terms.${term}.meaning`)}</dd>
              </div>
            ))}
          </dl>
        </Part>
      )}
    </div>
  );
}
