import type { MailKind } from "@/lib/db/schema/mail";
import { REMINDERS } from "./reminder-mails";
import { ownMail } from "./client-mail";
import { casePage, type MailContent, type MailFacts, type Template } from "./mail-content";

const MASKED = "[hidden]";

const staffInvitation: Template = ({ firmName, appOrigin, token }) => ({
  subject: `Your Landfall account at ${firmName}`,
  paragraphs: [
    `An administrator of ${firmName} has made an account for you in Landfall.`,
    "Choose a password to begin. The link works once, for three days; if it has expired, ask the administrator for a new one.",
  ],
  link: { label: "Choose a password", url: `${appOrigin}/invitation/${token ?? MASKED}` },
});

const documentReceived: Template = (facts) => ({
  subject: `${facts.caseNumber ?? "A case"}: a document arrived`,
  paragraphs: [`A client sent a document on file ${facts.caseNumber ?? "of yours"}. It is ready for review.`],
  link: { label: "Open the checklist", url: casePage(facts, "checklist") },
});

/**
 * To somebody without an account, at an address that a client or the firm typed: who asks, and a link. What is asked for
 * stands behind the link.
 */
const itemLink: Template = ({ firmName, clientGivenName, appOrigin, token, context = {} }) => {
  const name = clientGivenName ?? firmName;
  const url = `${appOrigin}/send/${token ?? MASKED}`;
  if (context.language === "fr") {
    return {
      subject: `${name} vous demande un document pour ${firmName}`,
      paragraphs: [
        `${name} prépare un dossier d’immigration avec ${firmName} et vous demande d’envoyer un document.`,
        "Le lien montre ce qu’il faut. Il fonctionne pendant sept jours, sans compte ni mot de passe. Si vous n’attendiez pas ce message, ne faites rien.",
      ],
      // Its page speaks French too, whatever the browser prefers.
      link: { label: "Voir ce qu’il faut envoyer", url: `${url}?lang=fr` },
      greeting: "Bonjour,",
      language: "fr",
    };
  }
  return {
    subject: `${name} asks you for a document for ${firmName}`,
    paragraphs: [
      `${name} is preparing an immigration application with ${firmName} and asks you to send a document.`,
      "The link shows what is needed. It works for seven days, without an account or a password. If you did not expect this message, do nothing.",
    ],
    link: { label: "See what to send", url },
    greeting: "Hello,",
  };
};

const messageReceived: Template = (facts) => ({
  subject: `${facts.caseNumber ?? "A case"}: a message`,
  paragraphs: [`The client of file ${facts.caseNumber ?? "of yours"} wrote to you.`],
  link: { label: "Read the message", url: casePage(facts, "messages") },
});

const invitationRecorded: Template = (facts) => ({
  subject: `${facts.caseNumber ?? "A case"}: an invitation was recorded`,
  paragraphs: [
    `A colleague recorded the invitation to apply of file ${facts.caseNumber ?? "of yours"}. Its 60 days are running.`,
  ],
  link: { label: "Open the file", url: casePage(facts, "overview") },
});

/** To a consultant, about their own clients: how many, and where their names are. */
const roundNews: Template = ({ appOrigin, context = {} }) => {
  const { round = "", title = "A round of invitations", reached = "0", near = "0" } = context;
  return {
    subject: `${title}: ${reached} reached, ${near} near`,
    paragraphs: [
      `${title}. Of your clients in the pool the round reached ${reached} by the published rules, and ${near} missed it by little.`,
      "Look in the IRCC account of everybody it reached: an invitation runs for 60 days from its message.",
    ],
    link: { label: "See who they are", url: `${appOrigin}/draws/${encodeURIComponent(round)}` },
  };
};

/**
 * To whoever typed this address into the free assessment: it may be somebody else's, so nothing that was typed there is
 * repeated, not even a name.
 */
const assessmentReceived: Template = ({ firmName }) => ({
  subject: `${firmName}: we received your answers`,
  paragraphs: [
    `Thank you. Your answers from the free assessment arrived at ${firmName}. A consultant will read them and write to you.`,
    "If you did not fill in an assessment, somebody mistyped their address. You need do nothing.",
  ],
  link: null,
  greeting: "Hello,",
});

const assessmentReceivedFr: Template = ({ firmName }) => ({
  subject: `${firmName} : nous avons reçu vos réponses`,
  paragraphs: [
    `Merci. Vos réponses à l’évaluation gratuite sont arrivées chez ${firmName}. Une consultante ou un consultant les lira et vous écrira.`,
    "Si vous n’avez rempli aucune évaluation, quelqu’un s’est trompé d’adresse. Vous n’avez rien à faire.",
  ],
  link: null,
  greeting: "Bonjour,",
  language: "fr",
});

const enquiryReceived: Template = (facts) => ({
  subject: `${facts.caseNumber ?? "A case"}: answers from the public assessment`,
  paragraphs: [
    `Somebody filled in the free assessment and agreed to be contacted. It is on file ${facts.caseNumber ?? "of yours"}.`,
  ],
  link: { label: "Open the assessment", url: casePage(facts, "assessment") },
});

/** What goes to staff, and to people without an account. */
const TEMPLATES: Partial<Readonly<Record<MailKind, Template>>> = {
  staff_invitation: staffInvitation,
  document_received: documentReceived,
  item_link: itemLink,
  message_received: messageReceived,
  invitation_recorded: invitationRecorded,
  round_news: roundNews,
  assessment_received: assessmentReceived,
  assessment_received_fr: assessmentReceivedFr,
  enquiry_received: enquiryReceived,
  ...REMINDERS,
};

/** The words of a mail of this kind. */
export function contentOf(kind: MailKind, facts: MailFacts): MailContent {
  const content = ownMail(kind, facts) ?? TEMPLATES[kind]?.(facts);
  if (!content) throw new Error(`a mail without words: ${kind}`);
  return content;
}

/** A header is one line. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
  link: MailContent["link"];
}

/** Plain text and the same as simple HTML. */
export function layOut(content: MailContent, facts: Pick<MailFacts, "firmName" | "name">): RenderedMail {
  const { paragraphs, link, language = "en" } = content;
  const greeting = oneLine(content.greeting ?? `Hello ${facts.name},`);
  const lines = [greeting, ...paragraphs, ...(link ? [`${link.label}:\n${link.url}`] : []), facts.firmName];
  const body = [greeting, ...paragraphs].map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`);
  const anchor = link ? `<p><a href="${escapeHtml(link.url)}">${escapeHtml(link.label)}</a></p>` : "";
  return {
    subject: oneLine(content.subject),
    link,
    text: `${lines.join("\n\n")}\n`,
    html: `<!doctype html><html lang="${language}"><body>${body.join("")}${anchor}<p>${escapeHtml(facts.firmName)}</p></body></html>`,
  };
}
