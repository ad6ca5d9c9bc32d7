"use client";

import { createContext, use, useState } from "react";
import { DRAFT_KEY, emptyDraft, readDraft, writeDraft, type Draft } from "@/lib/enquiries/draft/rules";
import { answerAt, withAnswer } from "@/lib/enquiries/rules";
import type { AnswerPath, Answers, Faults } from "@/lib/enquiries/types";

/** The browser's store, or null where the person or the browser does not allow one. */
function store(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function readStored(): Draft {
  try {
    return readDraft(store()?.getItem(DRAFT_KEY) ?? null);
  } catch {
    return emptyDraft();
  }
}

/** False when the browser refused it (private window, full). */
function keep(draft: Draft): boolean {
  try {
    const browser = store();
    browser?.setItem(DRAFT_KEY, writeDraft(draft));
    return browser !== null;
  } catch {
    return false;
  }
}

export interface DraftState {
  draft: Draft;
  /** Whether what is typed survives a closed page. */
  kept: boolean;
  change: (change: (draft: Draft) => Draft) => void;
  forget: () => void;
}

/** The draft, kept in this browser with each change. Only for the browser: call it below `useHydrated`. */
export function useDraft(): DraftState {
  const [state, setState] = useState(() => {
    const draft = readStored();
    return { draft, kept: keep(draft) };
  });
  return {
    ...state,
    change: (change) =>
      setState(({ draft }) => {
        const next = change(draft);
        return { draft: next, kept: keep(next) };
      }),
    forget: () => {
      store()?.removeItem(DRAFT_KEY);
      setState(({ kept }) => ({ draft: emptyDraft(), kept }));
    },
  };
}

interface AnswersContextValue {
  answers: Answers;
  faults: Faults;
  setAnswers: (change: (answers: Answers) => Answers) => void;
  /** Takes back what was said of an answer, once it is changed. */
  clearFault: (path: AnswerPath) => void;
}

/** The answers, for the questions of a step. */
export const AnswersContext = createContext<AnswersContextValue | null>(null);

export function useAnswers(): AnswersContextValue {
  const context = use(AnswersContext);
  if (context === null) throw new Error("a question outside of the questionnaire");
  return context;
}

/** One answer: what it says, its fault, and a way to change it. */
export function useAnswer(path: AnswerPath) {
  const { answers, faults, setAnswers, clearFault } = useAnswers();
  return {
    value: answerAt(answers, path),
    fault: faults[path],
    setValue: (value: string) => {
      clearFault(path);
      setAnswers((all) => withAnswer(all, path, value));
    },
  };
}
