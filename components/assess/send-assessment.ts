import type { ContactDraft } from "@/lib/enquiries/draft/rules";
import { CONSENT_VERSION } from "@/lib/enquiries/rules";
import type { Answers, StepId } from "@/lib/enquiries/types";

/** What became of it. Nothing is ever lost: the answers stay in the browser. */
export type Sending =
  | { kind: "received" }
  | { kind: "throttled"; minutes: number }
  | { kind: "early" | "stale" | "failed" }
  | { kind: "fields"; fields: readonly string[] }
  | { kind: "step"; step: StepId };

interface ToSend {
  token: string;
  locale: "en" | "fr";
  contact: ContactDraft;
  answers: Answers;
  /** The field that people do not see. */
  website: string;
}

interface Refusal {
  error?: { code?: string; fieldErrors?: Record<string, string> };
}

async function refusalOf(answer: Response): Promise<Sending> {
  if (answer.status === 429) {
    const seconds = Number(answer.headers.get("retry-after") ?? 60);
    return { kind: "throttled", minutes: Math.max(1, Math.ceil(seconds / 60)) };
  }
  if (answer.status !== 422) return { kind: "failed" };
  const { error } = (await answer.json()) as Refusal;
  const fields = error?.fieldErrors ?? {};
  if (fields.token === "early" || fields.token === "stale") return { kind: fields.token };
  if (fields.step !== undefined) return { kind: "step", step: fields.step as StepId };
  return { kind: "fields", fields: Object.keys(fields) };
}

/** Sends the answers with the visitor's consent: the first and only time that they leave the browser. */
export async function sendAssessment({ contact, ...rest }: ToSend): Promise<Sending> {
  try {
    const answer = await fetch("/api/assess", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...rest, ...contact, consentVersion: CONSENT_VERSION, consent: true }),
    });
    return answer.ok ? { kind: "received" } : await refusalOf(answer);
  } catch {
    return { kind: "failed" };
  }
}
