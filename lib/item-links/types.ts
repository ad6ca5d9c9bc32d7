/** `dead`: its item is accepted, waived or not needed any more, or the case has ended. */
export type LinkState = "open" | "expired" | "revoked" | "dead";

/** One link as its makers see it; its secret is shown once and never again. */
export interface ItemLink {
  id: string;
  state: LinkState;
  createdBy: string;
  createdAt: Date;
  expiresAt: Date;
  mailedTo: string | null;
  /** Who sent what by it, newest first: the name as they typed it. */
  received: { senderName: string; at: Date }[];
}

/** What there is to say about the links of one item. */
export interface LinksOfItem {
  title: string;
  links: ItemLink[];
  /** Days that a new one lives. */
  days: number;
  allowed: { create: boolean };
}

/** A new link with its secret. */
export interface MadeLink {
  linkId: string;
  /** Where it leads; null where it was mailed: only its reader has it then. */
  url: string | null;
  expiresAt: Date;
}

/** Everything that whoever has a link may see. */
export interface LinkedItem {
  firmName: string;
  clientGivenName: string;
  title: string;
  goodExample: string;
  expiresAt: Date;
  timeZone: string;
  /** Files that may still be sent. */
  filesLeft: number;
}
