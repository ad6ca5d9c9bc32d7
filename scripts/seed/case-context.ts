import type { CaseStage } from "@/lib/db/schema/cases";
import type { AuditDetail, AuditEventName } from "@/lib/audit/events";
import type { WindowRisk } from "@/lib/deadlines/types";
import type { RequiredDocument } from "@/lib/express-entry/documents/required-document";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { StaffRole } from "@/lib/policy/actor";
import type { SeededLine } from "./checklist";
import type { Life } from "./people";
import type { SeedRound } from "./pool";
import type { Random } from "./random";
import { emptyBatch, type Batch, type RowOf } from "./rows";

/** What all files of one load share. */
export interface Setting {
  /** The day of loading in the firm's zone. */
  today: IsoDate;
  timeZone: string;
  /** Newest first. */
  rounds: readonly SeedRound[];
  /** Keeps the addresses of this load apart from those of others. */
  emailTag: string;
  /** The number of an Express Entry profile by the file's index: no two of any load are the same. */
  profileNumber: (index: number) => string;
  /** Who may read the letter of an invitation as the second key, where they do not own its file. */
  managers: readonly SeedOwner[];
  /** Every event of a file's history, or its first and its last step alone. */
  history: "whole" | "short";
  /** Accounts of clients can sign in to the demonstration with this; null: nobody can sign in with theirs. */
  demoPassword: { passwordHash: string; passwordKeyId: string } | null;
}

export interface SeedOwner {
  id: string;
  name: string;
  role: StaffRole;
}

/** One file to be invented; what is not said is left to chance. */
export interface CaseOrder {
  /** Number of the file in its load, for what must be unique. */
  index: number;
  stage: CaseStage;
  owner: SeedOwner;
  origin?: string;
  life?: Life;
  strength?: number;
  name?: { givenName: string; familyName: string; email: string };
  /** Open windows: days since the invitation, and how the board should judge it. */
  windowDay?: number;
  risk?: WindowRisk;
  /** Its date was entered, and nobody has read the letter as the second key yet. */
  waitsForKey?: boolean;
  /** What has become of each document of the checklist, where that is to be told and not left to chance. */
  states?: (document: RequiredDocument, nthOfKind: number) => SeededLine["state"];
}

/** A file to be made for a version: its row lacks what only the storage knows. */
export interface FileOrder {
  version: Omit<
    RowOf<"document_version">,
    "mediaType" | "extension" | "size" | "sha256" | "flags" | "storageKey" | "wrappedKey" | "keyId"
  >;
  requirementId: string | null;
  form: "pdf" | "png";
  heading: string;
  lines: readonly string[];
}

/** The rows of one file while they are gathered, with the ids that all of them carry. */
export interface CaseDraft {
  random: Random;
  setting: Setting;
  order: CaseOrder;
  ids: { caseId: string; clientId: string };
  /** The client's account; null: not invited to the portal. */
  clientUserId: string | null;
  rows: Batch;
  files: FileOrder[];
  /** When the last thing happened in this file. */
  touchedAt: number;
}

export function newDraft(
  random: Random,
  setting: Setting,
  order: CaseOrder,
  ids: CaseDraft["ids"],
  hasAccount: boolean,
): CaseDraft {
  const clientUserId = hasAccount ? random.id() : null;
  return { random, setting, order, ids, clientUserId, rows: emptyBatch(), files: [], touchedAt: 0 };
}

/** Gives the file its number, which its first event names too. */
export function numberFile({ rows }: CaseDraft, number: string): void {
  for (const file of rows.case_file) file.number = number;
  for (const event of rows.audit_event) {
    if (event.event === "case.opened") event.detail = { ...event.detail, number };
  }
}

export type EventActor = "owner" | "client" | SeedOwner;

/** Of a short history, only these stay, and of the steps only the last. */
const SHORT_HISTORY: readonly AuditEventName[] = ["case.opened", "case.advanced"];

/** Adds a row to the file's audit log. */
export function log(
  draft: CaseDraft,
  at: Date,
  event: AuditEventName,
  object: { kind: string; id: string },
  detail: AuditDetail = {},
  by: EventActor = "owner",
): void {
  const { random, setting, order, ids, clientUserId, rows } = draft;
  draft.touchedAt = Math.max(draft.touchedAt, at.getTime());
  if (setting.history === "short" && !SHORT_HISTORY.includes(event)) return;
  const isClient = by === "client" && clientUserId !== null;
  const staff = typeof by === "string" ? order.owner : by;
  rows.audit_event.push({
    id: random.id(),
    at,
    actorId: isClient ? clientUserId : staff.id,
    actorRole: isClient ? "client" : staff.role,
    event,
    outcome: "ok",
    objectKind: object.kind,
    objectId: object.id,
    ...ids,
    detail,
  });
}
