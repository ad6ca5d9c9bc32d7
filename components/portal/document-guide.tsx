import { Check, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { PortalDocument } from "@/lib/portal/types";
import { DOCUMENT_WORDS } from "./document-words";

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

type Guide = Pick<PortalDocument, "points" | "faults" | "goodExample" | "why">;

/** What a document must show: the same points the firm goes by. */
export function PointsCard({ points, title }: { points: readonly string[]; title: string }) {
  return (
    <div className="mt-4 rounded-lg border border-line bg-surface">
      <Part title={title}>
        <Points
          items={points}
          sign={<Check size={18} strokeWidth={1.75} className="mt-0.5 shrink-0 text-ok" aria-hidden />}
        />
      </Part>
    </div>
  );
}

/** Why a document is needed, what a good one looks like, and what often goes wrong with it. */
export function DocumentGuide({ why, goodExample, faults }: Guide) {
  return (
    <div className="rounded-lg border border-line bg-surface">
      <Part title={DOCUMENT_WORDS.why}>
        <p className="text-ink-2">{why}.</p>
      </Part>
      {goodExample !== "" && (
        <Part title={DOCUMENT_WORDS.good}>
          <p className="text-ink-2">{goodExample}</p>
        </Part>
      )}
      {faults.length > 0 && (
        <Part title={DOCUMENT_WORDS.faults}>
          <Points
            items={faults}
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
    </div>
  );
}
