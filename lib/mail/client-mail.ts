/** The mails of a person's own account and file, in that person's language. Staff read them in English. */
import { createTranslator } from "use-intl/core";
import type { MailKind } from "@/lib/db/schema/mail";
import { formatDate } from "@/lib/format/dates";
import { languageOf } from "@/lib/i18n/languages";
import type { MailContent, MailFacts } from "./mail-content";

const MASKED = "[hidden]";

/** Where each mail leads; `:token` is the secret of its link. */
const LINKS = {
  client_invitation: "/invitation/:token",
  password_reset: "/reset/:token",
  password_changed: "/sign-in",
  document_returned: "/portal",
  message_received: "/portal/messages",
  submission_recorded: "/portal",
  application_news: "/portal",
  invitation_recorded: "/portal",
  deadline_reminder: "/portal",
} as const satisfies Partial<Record<MailKind, string>>;

type OwnKind = keyof typeof LINKS;

/** Kinds whose other recipients are staff, with words of their own (templates.ts). */
const ONLY_TO_CLIENTS: readonly OwnKind[] = ["message_received", "invitation_recorded", "deadline_reminder"];

function isOwnKind(kind: MailKind): kind is OwnKind {
  return kind in LINKS;
}

/** The page that a link leads to, in the language of the mail where nobody is signed in yet. */
function urlOf(kind: OwnKind, { appOrigin, token, locale = "en" }: MailFacts): string {
  const path = LINKS[kind].replace(":token", token ?? MASKED);
  const opensSignedOut = !path.startsWith("/portal");
  return `${appOrigin}${path}${opensSignedOut && locale !== "en" ? `?lang=${locale}` : ""}`;
}

/** The words of such a mail; null for one that only staff get. */
export function ownMail(kind: MailKind, facts: MailFacts): MailContent | null {
  if (!isOwnKind(kind) || (ONLY_TO_CLIENTS.includes(kind) && !facts.toClient)) return null;
  const { locale = "en", firmName, name, due } = facts;
  const t = createTranslator({ locale, messages: languageOf(locale).messages, namespace: "mail" });
  const date = due ? formatDate(due.on, locale === "fr" ? "fr" : "en") : "";
  const said = { firm: firmName, date, days: Math.max(0, due?.daysLeft ?? 0) };
  return {
    subject: t(`${kind}.subject`, said),
    paragraphs: [t(`${kind}.first`, said), t(`${kind}.second`, said)],
    link: { label: t(`${kind}.link`), url: urlOf(kind, facts) },
    greeting: t("greeting", { name }),
    language: locale,
  };
}
