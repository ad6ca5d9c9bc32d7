"use client";

import { useRef, useState, type FormEvent } from "react";
import { useLocale, useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { fieldId } from "@/components/ui/form-state";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import type { ContactDraft, Draft } from "@/lib/enquiries/draft/rules";
import { CONSENT_TEXTS } from "@/lib/enquiries/rules";
import type { StepId, Visit } from "@/lib/enquiries/types";
import { Part } from "./part";
import { sendAssessment, type Sending } from "./send-assessment";

interface ContactFormProps {
  visit: Visit;
  draft: Draft;
  change: (change: (draft: Draft) => Draft) => void;
  onStep: (step: StepId) => void;
}

type ContactField = keyof ContactDraft | "consent";
const FAULT_KEYS = {
  familyName: "nameFault",
  givenName: "phoneFault",
  email: "emailFault",
  phone: "phoneFault",
  consent: "consentFault",
} as const;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/;

/** What the page can tell by itself; the server asks the same again. */
function faultsOf({ familyName, email }: ContactDraft, agreed: boolean): ContactField[] {
  return [
    ...(familyName.trim() === "" ? (["familyName"] as const) : []),
    ...(EMAIL.test(email.trim()) ? [] : (["email"] as const)),
    ...(agreed ? [] : (["consent"] as const)),
  ];
}

const isField = (name: string): name is ContactField => name in FAULT_KEYS;

/** Name, address and consent: only here do the answers leave the browser. */
export function ContactForm({ visit, draft, change, onStep }: ContactFormProps) {
  const t = useTranslations("assess.contact");
  // The words of the consent are kept with what was sent: English and French are those that a lawyer has read.
  const locale = useLocale() === "fr" ? "fr" : "en";
  const [agreed, setAgreed] = useState(false);
  const [faults, setFaults] = useState<readonly ContactField[]>([]);
  const [refused, setRefused] = useState<Sending | null>(null);
  const [sending, setSending] = useState(false);
  const trap = useRef<HTMLInputElement>(null);
  const { contact } = draft;

  function show(found: readonly ContactField[]) {
    setFaults(found);
    const [first] = found;
    if (first) requestAnimationFrame(() => document.getElementById(fieldId("form", first))?.focus());
  }

  async function send(event: FormEvent) {
    event.preventDefault();
    if (sending) return;
    const found = faultsOf(contact, agreed);
    show(found);
    setRefused(null);
    if (found.length > 0) return;
    setSending(true);
    const website = trap.current?.value ?? "";
    const { token } = visit;
    const outcome = await sendAssessment({ token, locale, contact, answers: draft.answers, website });
    setSending(false);
    if (outcome.kind === "received") return change((current) => ({ ...current, sent: true }));
    if (outcome.kind === "fields") show(outcome.fields.filter(isField));
    else setRefused(outcome);
    if (outcome.kind === "step") onStep(outcome.step);
  }

  const errorOf = (field: ContactField) => (faults.includes(field) ? t(FAULT_KEYS[field]) : undefined);
  const text = (name: keyof ContactDraft, autoComplete: string, type = "text") => (
    <Field
      name={name}
      label={name === "phone" || name === "givenName" ? <Optional words={t(name)} /> : t(name)}
      error={errorOf(name)}
    >
      <Input
        type={type}
        autoComplete={autoComplete}
        maxLength={name === "email" ? 120 : 80}
        value={contact[name]}
        onChange={(event) => {
          const { value } = event.target;
          change((current) => ({ ...current, contact: { ...current.contact, [name]: value } }));
        }}
      />
    </Field>
  );
  return (
    <Part
      id="contact"
      title={t("title")}
      className="rounded-lg border border-line bg-surface p-4 sm:p-5 print:hidden"
    >
      <p className="mb-4 text-base text-ink-2">{t("lead", { firm: visit.firm.name })}</p>
      <form noValidate onSubmit={(event) => void send(event)} className="space-y-4" aria-labelledby="contact">
        <div className="grid gap-4 sm:grid-cols-2">
          {text("givenName", "given-name")}
          {text("familyName", "family-name")}
        </div>
        {text("email", "email", "email")}
        {text("phone", "tel", "tel")}
        <Trap ref={trap} label={t("website")} />
        <Checkbox
          name="consent"
          label={CONSENT_TEXTS[locale]}
          error={errorOf("consent")}
          onCheckedChange={setAgreed}
        />
        {refused !== null && <Refused outcome={refused} />}
        <Button
          type="submit"
          variant="primary"
          size="lg"
          aria-disabled={sending || undefined}
          className="max-sm:w-full"
        >
          {t(sending ? "sending" : "send")}
        </Button>
      </form>
    </Part>
  );
}

function Optional({ words }: { words: string }) {
  const t = useTranslations("assess");
  return (
    <>
      {words} <span className="font-normal text-ink-2">{t("optional")}</span>
    </>
  );
}

/** Off the screen, out of the tab order and of what is read aloud: whoever fills it in is no person. */
function Trap({ label, ref }: { label: string; ref: React.Ref<HTMLInputElement> }) {
  return (
    <div aria-hidden className="absolute -left-[200vw] h-px w-px overflow-hidden">
      <label>
        {label}
        <input ref={ref} type="text" name="website" tabIndex={-1} autoComplete="off" defaultValue="" />
      </label>
    </div>
  );
}

function Refused({ outcome }: { outcome: Sending }) {
  const t = useTranslations("assess.contact");
  switch (outcome.kind) {
    case "received":
    case "fields":
      return null;
    case "throttled":
      return (
        <Notice tone="watch" live>
          {t("throttled", { minutes: outcome.minutes })}
        </Notice>
      );
    case "stale":
      return (
        <Notice
          tone="watch"
          live
          action={<Button onClick={() => window.location.reload()}>{t("reload")}</Button>}
        >
          {t("stale")}
        </Notice>
      );
    case "early":
    case "step":
    case "failed":
      return (
        <Notice tone={outcome.kind === "failed" ? "late" : "watch"} live>
          {t(outcome.kind)}
        </Notice>
      );
  }
}
