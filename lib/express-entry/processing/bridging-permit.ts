/**
 * The bridging open work permit (rules reference 4.3; canada.ca page, read 2026-02, P): the principal applicant may apply
 * once the completeness check (R10) is passed, if in Canada on a work permit. Whether other terms hold is IRCC's word.
 */
import type { CaseFacts } from "../facts";
import type { IsoDate } from "../timing/calendar-date";

export interface PermitVerdict {
  /** `later`: nothing speaks against it but the completeness check. Null: a fact is missing. */
  possible: "now" | "later" | "no" | null;
  why: string;
  /** Last day of the work permit that is bridged, where it is known. */
  permitEndsOn: IsoDate | null;
}

/** May the principal applicant ask for it on a day? `checkPassedOn`: when R10 was passed; null: not yet. */
export function bridgingPermit(
  { people }: CaseFacts,
  checkPassedOn: IsoDate | null,
  on: IsoDate,
): PermitVerdict {
  const principal = people.find(({ role }) => role === "principal");
  const status = principal?.statusInCanada ?? null;
  const permitEndsOn = status === "worker" ? (principal?.statusExpiresOn ?? null) : null;
  if (status === null) return { possible: null, why: "The status in Canada is not known", permitEndsOn };
  if (status !== "worker") return { possible: "no", why: "Not in Canada on a work permit", permitEndsOn };
  if (permitEndsOn === null)
    return { possible: null, why: "The last day of the work permit is not known", permitEndsOn };
  if (permitEndsOn < on)
    return { possible: "no", why: "The work permit has ended: look at restoring the status", permitEndsOn };
  if (checkPassedOn === null || checkPassedOn > on)
    return { possible: "later", why: "Once the completeness check is passed", permitEndsOn };
  return { possible: "now", why: "The completeness check is passed and the work permit runs", permitEndsOn };
}
