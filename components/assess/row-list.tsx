"use client";

import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { MOST_ROWS, withoutRow, withRow } from "@/lib/enquiries/rules";
import type { ListPath } from "@/lib/enquiries/types";
import { useAnswers } from "./use-draft";

interface RowListProps {
  list: ListPath;
  count: number;
  /** The name of a row by its number, its remove button, and the button that adds one. */
  words: { row: (number: number) => string; remove: (number: number) => string; add: string };
  /** Rows that cannot be removed: the first of a list that must have one. */
  least: number;
  children: (index: number) => ReactNode;
}

/** A list of the same questions, with a row more or less. The focus goes to what has come. */
export function RowList({ list, count, words, least, children }: RowListProps) {
  const { setAnswers } = useAnswers();
  const headingOf = (index: number) => `row-${list}-${index}`;
  const focus = (index: number) =>
    requestAnimationFrame(() => document.getElementById(headingOf(Math.max(0, index)))?.focus());
  return (
    <div className="space-y-5">
      {Array.from({ length: count }, (_, index) => (
        <section key={index} aria-labelledby={headingOf(index)} className="rounded-lg border border-line p-4">
          <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
            <h2 id={headingOf(index)} tabIndex={-1} className="font-semibold outline-none">
              {words.row(index + 1)}
            </h2>
            {count > least && (
              <Button
                variant="quiet"
                onClick={() => {
                  setAnswers((answers) => withoutRow(answers, list, index));
                  focus(index - 1);
                }}
              >
                {words.remove(index + 1)}
              </Button>
            )}
          </div>
          <div className="space-y-5">{children(index)}</div>
        </section>
      ))}
      {count < MOST_ROWS && (
        <Button
          icon={<Plus size={16} aria-hidden />}
          onClick={() => {
            setAnswers((answers) => withRow(answers, list));
            focus(count);
          }}
        >
          {words.add}
        </Button>
      )}
    </div>
  );
}
