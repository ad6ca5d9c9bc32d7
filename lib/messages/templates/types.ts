/** The named places of a template; there are no others. */
export const TEMPLATE_FIELDS = [
  "client name",
  "file number",
  "item",
  "due date",
  "days left",
  "consultant",
  "firm",
] as const;

export type TemplateField = (typeof TEMPLATE_FIELDS)[number];

/** What stands in the places for one case in one language; null: this file has no such thing now. */
export type FieldValues = Readonly<Record<TemplateField, string | null>>;

/** What a template says now, or said in one of its versions. */
export interface TemplateText {
  title: string;
  bodyEn: string;
  bodyFr: string;
}

export interface TemplateVersion extends TemplateText {
  number: number;
  withdrawn: boolean;
  /** null: shipped with the product. */
  changedBy: string | null;
  changedAt: Date;
}

/** A template of the firm, newest version first. */
export interface MessageTemplate {
  id: string;
  versions: [TemplateVersion, ...TemplateVersion[]];
}

/** What a composer offers: the firm's wordings in the client's language, and what fills their fields for its case. */
export interface OfferedTemplates {
  locale: string;
  /** The item's name is as the rules or the firm say it in English. */
  values: FieldValues;
  templates: (TemplateName & { body: string })[];
}

/** A template by its name, to be chosen. */
export interface TemplateName {
  id: string;
  title: string;
}

/** A case in whose words a template is shown while it is written. */
export interface TemplatePreview {
  number: string;
  displayName: string;
  values: { en: FieldValues; fr: FieldValues };
}

export interface TemplateSettings {
  templates: MessageTemplate[];
  timeZone: string;
  preview: TemplatePreview | null;
  /** A file number was asked for that the viewer does not see. */
  previewMissing: boolean;
  allowed: { edit: boolean };
}
