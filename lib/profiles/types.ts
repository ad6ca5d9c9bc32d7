import type { Category } from "@/lib/express-entry/draws/categories";
import type { Program } from "@/lib/express-entry/eligibility/criterion";
import type { IsoDate } from "@/lib/express-entry/timing/calendar-date";

/** The Express Entry profile of a case, as recorded from IRCC's account. */
export interface ProfileDto {
  id: string;
  profileNumber: string;
  submittedAt: Date;
  expiresAt: Date;
  crsScore: number;
  rulesetId: string;
  programs: Program[];
  categories: Category[];
  status: "live" | "invited" | "expired" | "withdrawn";
  version: number;
}

/** An invitation to apply, with its window. */
export interface InvitationDto {
  id: string;
  profileId: string;
  roundId: string | null;
  receivedAt: Date;
  issueDate: IsoDate;
  timeZone: string;
  invitationClass: Program;
  category: string | null;
  crsScore: number;
  rulesetId: string;
  computedDeadline: IsoDate;
  shownExpiry: IsoDate | null;
  deadlineDate: IsoDate;
  status: "open" | "submitted" | "declined" | "expired" | "cancelled";
  declinedReason: string | null;
  version: number;
}
