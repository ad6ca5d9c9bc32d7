import type { DocumentKind } from "@/lib/express-entry/documents/document-kind";
import type { Province } from "@/lib/express-entry/facts";
import type { Responsible } from "../types";

/** In which files an item of the firm's own is asked for. The programs are those of the invitation. */
export const ITEM_CONDITIONS = [
  "always",
  "married",
  "common_law",
  "children",
  "CEC",
  "FSW",
  "FST",
  "PNP",
] as const;
export type ItemCondition = (typeof ITEM_CONDITIONS)[number];

/** Of whom it is asked: one line each, or one for the family. */
export const ITEM_OWNERS = ["family", "principal", "partner", "adults", "children", "everyone"] as const;
export type ItemOwner = (typeof ITEM_OWNERS)[number];

/** Something the firm asks for beside the rules. */
export interface TemplateItem {
  id: string;
  title: string;
  /** The client reads it too. */
  reason: string;
  owner: ItemOwner;
  condition: ItemCondition;
  /** Of a nominee's province alone; null: of each. */
  province: Province | null;
  responsible: Responsible;
  required: boolean;
  leadDays: number;
  goodExample: string | null;
  /** What a reviewer ticks. */
  points: string[];
}

/** The firm's own words for a kind of the rules; what is null or empty is as shipped. */
export interface TemplateWording {
  kind: DocumentKind;
  title: string | null;
  goodExample: string | null;
  /** Ticked besides the points of the kind. */
  points: string[];
}

export interface TemplateContent {
  items: readonly TemplateItem[];
  wordings: readonly TemplateWording[];
}

/** A published version, as the settings list it. */
export interface TemplateVersion {
  number: number;
  note: string;
  publishedBy: string;
  publishedAt: Date;
  items: number;
  wordings: number;
  /** Files whose checklist was made with it, or that have taken it. */
  files: number;
}

/** An item that was added by hand, with the number of files that have it under the same title. */
export interface HandAddedItem {
  requirementId: string;
  title: string;
  reason: string;
  files: number;
}

export interface TemplateSettings {
  /** What is edited: the draft, else the newest version, else nothing yet. */
  content: TemplateContent;
  /** For compare-and-set; 0 where there is no draft. */
  draftVersion: number;
  newest: number | null;
  versions: TemplateVersion[];
  handAdded: HandAddedItem[];
  kinds: { kind: DocumentKind; label: string; goodExample: string; points: readonly string[] }[];
  timeZone: string;
  allowed: { edit: boolean };
}

/** What an item is begun with when it is made of one that was added by hand. */
export type ItemStart = Pick<
  TemplateItem,
  "title" | "reason" | "responsible" | "required" | "leadDays" | "goodExample" | "points" | "owner"
>;

/** A newer version for a file, and what taking it would change there. */
export interface TemplateNotice {
  number: number;
  note: string;
  publishedAt: Date;
  added: string[];
  changed: string[];
  dropped: string[];
}
