/**
 * Who holds the ball of an open item, and since when: the one rule, from what is stored. The screens, the filter of
 * the cases list and the portal all read it here. Pure; decided in docs/decisions/waiting-on.md.
 */
import { daysBetween, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { dateInZone } from "@/lib/express-entry/timing/zone";
import type { ChecklistFilter, RequirementRow, RequirementState, Responsible } from "../types";
import type { Holder, Waiting, WaitingGroup, WaitingPart } from "./types";

const STATES: readonly RequirementState[] = [
  "to_request",
  "requested",
  "received",
  "in_review",
  "accepted",
  "returned",
  "waived",
];
const RESPONSIBLE: readonly Responsible[] = ["client", "firm", "other"];

/** What the rule looks at: nothing else decides who holds the ball. */
interface Facts {
  state: RequirementState;
  responsible: Responsible;
  /** Somebody applied for the document, and whoever issues it has not answered. */
  applied: boolean;
}

function holderIn({ state, responsible, applied }: Facts): Holder {
  switch (state) {
    case "accepted":
    case "waived":
      return "nobody";
    case "received":
    case "in_review":
      return "reviewer";
    case "to_request":
      return applied ? "third_party" : "consultant";
    case "requested":
      if (applied || responsible === "other") return "third_party";
      return responsible === "firm" ? "consultant" : "client";
    case "returned":
      if (applied) return "third_party";
      // Who sent it has to get it put right, whoever issues it: nobody else reads the reason.
      return responsible === "firm" ? "consultant" : "client";
  }
}

type HeldLine = Pick<RequirementRow, "state" | "responsible" | "appliedOn">;

export function holderOf({ state, responsible, appliedOn }: HeldLine): Holder {
  return holderIn({ state, responsible, applied: appliedOn !== null });
}

/** The institutions that issue a kind of document, as the firm speaks of them. */
const THIRD_PARTIES: Readonly<Record<string, string>> = {
  police: "Police authority",
  medical: "Panel physician",
  funds: "Bank",
  reference_letter: "Employer",
  self_employment: "Business partners",
  eca: "Assessing body",
  language: "Test centre",
  passport: "Passport office",
  birth_certificate: "Civil registry",
  marriage_certificate: "Civil registry",
};

const LABELS: Readonly<Record<Exclude<Holder, "third_party">, string>> = {
  client: "Client",
  consultant: "Consultant",
  reviewer: "Reviewer",
  nobody: "",
};

type WaitingLine = HeldLine &
  Pick<RequirementRow, "kind" | "createdAt" | "requestedAt" | "receivedAt" | "decidedAt">;

/** The instant or the day from which the holder has had it: of the last thing that moved the ball. */
function sinceOf(line: WaitingLine, holder: Holder, timeZone: string): IsoDate | null {
  const dayOf = (instant: Date | null) => instant && dateInZone(instant, timeZone);
  switch (holder) {
    case "nobody":
      return null;
    case "reviewer":
      return dayOf(line.receivedAt);
    case "third_party":
      return line.appliedOn ?? dayOf(line.requestedAt);
    case "client":
    case "consultant":
      if (line.state === "returned") return dayOf(line.decidedAt);
      return dayOf(line.state === "requested" ? line.requestedAt : line.createdAt);
  }
}

/** The holder as the firm speaks of them. */
export function labelOf(holder: Holder, kind: string): string {
  return holder === "third_party" ? (THIRD_PARTIES[kind] ?? "Issuing authority") : LABELS[holder];
}

/** Whom an open item waits on, and since which day in the firm's zone. */
export function waitingOn(line: WaitingLine, timeZone: string): Waiting {
  const holder = holderOf(line);
  return { holder, label: labelOf(holder, line.kind), since: sinceOf(line, holder, timeZone) };
}

const PARTS: Readonly<Record<Holder, ChecklistFilter>> = {
  client: "client",
  consultant: "us",
  reviewer: "us",
  third_party: "other",
  nobody: "accepted",
};

/** The one part of the list a live item stands in. */
export function filterOf(line: HeldLine): ChecklistFilter {
  return PARTS[holderOf(line)];
}

/** Every combination of what the rule looks at that a part holds: the rule for a query, so that there is no second one. */
export function combinationsOf(part: WaitingPart): readonly Facts[] {
  return STATES.flatMap((state) =>
    RESPONSIBLE.flatMap((responsible) =>
      [false, true].map((applied): Facts => ({ state, responsible, applied })),
    ),
  ).filter((facts) => PARTS[holderIn(facts)] === part);
}

type ListedLine = WaitingLine & Pick<RequirementRow, "title" | "required" | "noLongerNeeded">;

/** Open required items by whom they wait on, who has waited longest first; each item is in exactly one group. */
export function waitingGroups(lines: readonly ListedLine[], timeZone: string): WaitingGroup[] {
  const groups = new Map<string, WaitingGroup>();
  const open = lines
    .filter(({ required, noLongerNeeded }) => required && !noLongerNeeded)
    .map((line) => ({ title: line.title, part: filterOf(line), ...waitingOn(line, timeZone) }))
    .sort((a, b) => bySince(a.since, b.since));
  for (const { title, part, label, since } of open) {
    if (part === "accepted") continue;
    const known = groups.get(label);
    groups.set(label, known ? { ...known, items: known.items + 1 } : { part, label, items: 1, title, since });
  }
  return [...groups.values()];
}

function bySince(a: IsoDate | null, b: IsoDate | null): number {
  return (a ?? "9999").localeCompare(b ?? "9999");
}

/** `today`, `1 day`, `12 days`: how long a holder has had the ball; empty where nobody knows. */
export function heldFor(since: IsoDate | null, today: IsoDate): string {
  if (since === null) return "";
  const days = Math.max(0, daysBetween(since, today));
  if (days === 0) return "today";
  return days === 1 ? "1 day" : `${days} days`;
}

/** Written or taken by hand, by the client or the firm: no authority issues them. */
const OWN_KINDS: readonly string[] = [
  ...["photo", "letter_of_explanation", "cohabitation", "funds_exemption", "fee_receipt"],
  ...["imm5409", "imm5476", "imm5604"],
];

type ApplicableLine = HeldLine & Pick<RequirementRow, "kind" | "noLongerNeeded">;

/** May somebody say that they applied for it? While nothing is in, and where a third party issues it. */
export function canApply({ state, kind, responsible, noLongerNeeded }: ApplicableLine): boolean {
  const awaited = state === "to_request" || state === "requested" || state === "returned";
  return awaited && !noLongerNeeded && responsible !== "firm" && !OWN_KINDS.includes(kind);
}

/** What is wrong with the day of an application; null: nothing.. */
export function appliedFault(appliedOn: IsoDate | null, today: IsoDate): string | null {
  if (appliedOn === null) return null;
  if (appliedOn > today) return "This day is still to come.";
  return daysBetween(appliedOn, today) > LONGEST_WAIT_DAYS ? "This is more than two years ago." : null;
}

/** No authority takes longer: an earlier day is a slip of the hand. */
const LONGEST_WAIT_DAYS = 730;
