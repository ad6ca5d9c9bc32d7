"use client";

import { useEffect, useId, useState } from "react";
import { useLocale, useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { useToasts } from "@/components/ui/toast";
import { formatDate } from "@/lib/format/dates";
import { useItemLinks, type SentLinks } from "./use-item-links";

interface ItemLinksDialogProps {
  requirementId: string;
  title: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** A link for one item, for somebody without an account: made, copied or mailed, and taken back. */
export function ItemLinksDialog({ requirementId, title, open, onOpenChange }: ItemLinksDialogProps) {
  const t = useTranslations("links");
  return (
    <Dialog title={t("title", { item: title })} open={open} onOpenChange={onOpenChange}>
      <Links requirementId={requirementId} />
    </Dialog>
  );
}

const dayOf = (instant: string) => instant.slice(0, 10);

function Links({ requirementId }: { requirementId: string }) {
  const t = useTranslations("links");
  const locale = useLocale();
  const { links, made, fault, pending, look, create, revoke } = useItemLinks(requirementId);
  useEffect(() => {
    void look();
  }, [look]);
  // The server's own words are English.
  const words = fault === "" || locale !== "en" ? t("failed") : fault;
  return (
    <div className="flex flex-col gap-4">
      {fault !== null && <Notice tone="late" title={words} live />}
      {links === null ? (
        fault === null && <p className="text-ink-2">{t("loading")}</p>
      ) : (
        <>
          <p className="text-ink-2">{t("lead", { days: links.days })}</p>
          {links.allowed.create ? (
            <>
              {made?.url == null ? (
                <Button
                  variant="primary"
                  className="self-start"
                  aria-disabled={pending}
                  onClick={() => void create(null, locale)}
                >
                  {t("make")}
                </Button>
              ) : (
                <MadeLinkField url={made.url} />
              )}
              <MailForm pending={pending} onMail={create} />
            </>
          ) : (
            <p>{t("closed")}</p>
          )}
          {links.links.length > 0 && <LinkList {...{ links, pending }} onRevoke={revoke} />}
        </>
      )}
    </div>
  );
}

function MadeLinkField({ url }: { url: string }) {
  const t = useTranslations("links");
  const toasts = useToasts();
  async function copy() {
    await navigator.clipboard.writeText(url).then(
      () => toasts.say(t("copied")),
      () => undefined,
    );
  }
  return (
    <div className="flex items-end gap-2">
      <Field name="link" label={t("address")} hint={t("copyNow")} className="flex-1">
        <Input readOnly value={url} onFocus={(event) => event.target.select()} />
      </Field>
      <Button variant="primary" onClick={() => void copy()}>
        {t("copy")}
      </Button>
    </div>
  );
}

const LANGUAGES = [
  { value: "en", label: "English" },
  { value: "fr", label: "Français" },
];

interface MailFormProps {
  pending: boolean;
  onMail: (address: string, language: string) => Promise<boolean>;
}

function MailForm({ pending, onMail }: MailFormProps) {
  const t = useTranslations("links");
  const toasts = useToasts();
  const locale = useLocale();
  const [address, setAddress] = useState("");
  const [language, setLanguage] = useState(locale === "fr" ? "fr" : "en");
  async function mail() {
    const to = address.trim();
    if (to === "" || pending || !(await onMail(to, language))) return;
    toasts.say(t("mailed", { address: to }));
    setAddress("");
  }
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void mail();
      }}
    >
      <Field name="mailTo" label={t("mailTo")} className="min-w-48 flex-1">
        <Input
          type="email"
          autoComplete="off"
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
      </Field>
      <Field name="language" label={t("language")}>
        <Select options={LANGUAGES} value={language} onChange={(event) => setLanguage(event.target.value)} />
      </Field>
      <Button type="submit" aria-disabled={pending || address.trim() === ""}>
        {t("mail")}
      </Button>
    </form>
  );
}

interface LinkListProps {
  links: SentLinks;
  pending: boolean;
  onRevoke: (linkId: string) => Promise<void>;
}

function LinkList({ links, pending, onRevoke }: LinkListProps) {
  const t = useTranslations("links");
  const locale = useLocale();
  const heading = useId();
  const stateWords = ({ state, expiresAt }: SentLinks["links"][number]) => {
    if (state === "open") return t("stateOpen", { date: formatDate(dayOf(expiresAt), locale) });
    return { expired: t("stateExpired"), revoked: t("stateRevoked"), dead: t("stateDead") }[state];
  };
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className="mb-1 font-semibold">
        {t("list")}
      </h3>
      <ul className="rounded-lg border border-line">
        {links.links.map((link) => (
          <li key={link.id} className="border-b border-line px-3 py-2 text-sm last:border-b-0">
            <div className="flex flex-wrap items-center gap-x-3">
              <span className="min-w-0 flex-1">
                {t("madeBy", { name: link.createdBy, date: formatDate(dayOf(link.createdAt), locale) })}
                {link.mailedTo !== null && ` · ${t("mailed", { address: link.mailedTo })}`}
                <span className="text-ink-2"> · {stateWords(link)}</span>
              </span>
              {link.state === "open" && (
                <Button size="sm" aria-disabled={pending} onClick={() => void onRevoke(link.id)}>
                  {t("revoke")}
                </Button>
              )}
            </div>
            {link.received.map(({ senderName, at }) => (
              <p key={at} className="text-ok">
                {t("received", { name: senderName, date: formatDate(dayOf(at), locale) })}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
