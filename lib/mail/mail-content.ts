/** What a mail may say: names and places, never a document, a fact or a passport number (SECURITY.md 6.4). */
export interface MailFacts {
  firmName: string;
  /** The recipient's name as the firm wrote it. */
  name: string;
  toClient: boolean;
  /** The language of whoever reads it; English unless given. */
  locale?: string;
  /** Given name of the client of its case, for mails to people who know nobody else there. */
  clientGivenName?: string | null;
  /** File number, for staff. */
  caseNumber: string | null;
  appOrigin: string;
  /** The secret of the link; null where it is masked or gone. */
  token: string | null;
  /** The date that a reminder is about, with the days that are left when it is written. */
  due?: { on: string; daysLeft: number } | null;
  /** Ids, dates and counts that the mail was queued with. */
  context?: Readonly<Record<string, string>>;
}

export interface MailContent {
  subject: string;
  /** One paragraph each. */
  paragraphs: string[];
  link: { label: string; url: string } | null;
  /** For a mail in French, and for people whose name we have only from themselves. */
  greeting?: string;
  language?: string;
}

export type Template = (facts: MailFacts) => MailContent;

export function casePage({ appOrigin, caseNumber }: MailFacts, page: string): string {
  return caseNumber === null ? `${appOrigin}/cases` : `${appOrigin}/cases/${caseNumber}/${page}`;
}
