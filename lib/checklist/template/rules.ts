/** The firm's template: what it asks for beside the rules, and its own words for what they call for. Pure. */
import type { RequiredDocument } from "@/lib/express-entry/documents/required-document";
import {
  ageOf,
  dependentChildrenOn,
  familyMembersOn,
  partnerOn,
  principalOf,
} from "@/lib/express-entry/family";
import type { PersonFacts } from "@/lib/express-entry/facts";
import type { DerivedChecklist } from "../types";
import type {
  ItemCondition,
  ItemOwner,
  TemplateContent,
  TemplateItem,
  TemplateNotice,
  TemplateWording,
} from "./types";

export const EMPTY_TEMPLATE: TemplateContent = { items: [], wordings: [] };

/** Lines of the firm's template carry the item's id; a changed item keeps it, and so its line. */
export const TEMPLATE_KEY = "template:";

export const CONDITION_LABELS: Readonly<Record<ItemCondition, string>> = {
  always: "All files",
  married: "Married",
  common_law: "In a common-law union",
  children: "With dependent children",
  CEC: "Invited under CEC",
  FSW: "Invited under FSW",
  FST: "Invited under FST",
  PNP: "Provincial nominees",
};

export const OWNER_LABELS: Readonly<Record<ItemOwner, string>> = {
  family: "One for the family",
  principal: "The principal applicant",
  partner: "The spouse or partner",
  adults: "Each adult",
  children: "Each dependent child",
  everyone: "Everyone in the family",
};

const ADULT = 18;

type Derived = Pick<DerivedChecklist, "facts" | "plannedOn" | "invitationClass">;

function holds({ condition, province }: TemplateItem, derived: Derived): boolean {
  const { facts, plannedOn, invitationClass } = derived;
  const { maritalStatus } = principalOf(facts);
  switch (condition) {
    case "always":
      return true;
    case "married":
    case "common_law":
      return maritalStatus === condition;
    case "children":
      return dependentChildrenOn(facts, plannedOn).length > 0;
    case "PNP":
      return (
        invitationClass === "PNP" && (province === null || facts.family.nomination?.province === province)
      );
    case "CEC":
    case "FSW":
    case "FST":
      return invitationClass === condition;
  }
}

/** null stands for the family. */
function ownersOf(owner: ItemOwner, { facts, plannedOn }: Derived): (PersonFacts | null)[] {
  const members = familyMembersOn(facts, plannedOn);
  switch (owner) {
    case "family":
      return [null];
    case "principal":
      return [principalOf(facts)];
    case "partner": {
      const partner = partnerOn(facts, plannedOn);
      return partner ? [partner] : [];
    }
    case "adults":
      return members.filter((person) => (ageOf(person, plannedOn) ?? ADULT) >= ADULT);
    case "children":
      return dependentChildrenOn(facts, plannedOn);
    case "everyone":
      return members;
  }
}

/** A line as a checklist wants it, whether a rule, the firm or both call for it. */
export interface AskedFor extends Pick<
  RequiredDocument,
  "personId" | "subject" | "country" | "title" | "reason" | "responsible" | "required" | "leadDays" | "order"
> {
  key: string;
  kind: string;
  goodExample: string | null;
  extraPoints: string[];
}

/** After everything that the rules call for. */
const TEMPLATE_ORDER = 50_000;

function itemLines(item: TemplateItem, index: number, derived: Derived): AskedFor[] {
  if (!holds(item, derived)) return [];
  const { title, reason, responsible, required, leadDays, goodExample, points } = item;
  return ownersOf(item.owner, derived).map((person) => ({
    key: `${TEMPLATE_KEY}${item.id}:${person?.id ?? "family"}`,
    kind: "other",
    personId: person?.id ?? null,
    subject: null,
    country: null,
    ...{ title, reason, responsible, required, leadDays, goodExample },
    extraPoints: points,
    order: TEMPLATE_ORDER + index,
  }));
}

/** The firm's title in place of the kind's; what it is about stays: `PCC, India`. */
function titleOf(document: RequiredDocument, wording: TemplateWording | undefined): string {
  if (!wording?.title) return document.title;
  const at = document.subject === null ? -1 : document.title.indexOf(", ");
  return at < 0 ? wording.title : `${wording.title}${document.title.slice(at)}`;
}

/** What the rules call for in the firm's words, then the firm's own items. */
export function askedFor(
  documents: readonly RequiredDocument[],
  derived: Derived,
  { items, wordings }: TemplateContent,
): AskedFor[] {
  const ruled = documents.map((document): AskedFor => {
    const { key, kind, personId, subject, country, reason, responsible, required, leadDays, order } =
      document;
    const wording = wordings.find((own) => own.kind === kind);
    return {
      ...{ key, kind, personId, subject, country, reason, responsible, required, leadDays, order },
      title: titleOf(document, wording),
      goodExample: wording?.goodExample ?? null,
      extraPoints: wording?.points ?? [],
    };
  });
  return [...ruled, ...items.flatMap((item, index) => itemLines(item, index, derived))];
}

/** What an item cannot be, by field. */
export function itemFaults(
  { condition, province, title }: Pick<TemplateItem, "condition" | "province" | "title">,
  others: readonly TemplateItem[],
): Record<string, string> {
  const faults: Record<string, string> = {};
  if (province !== null && condition !== "PNP")
    faults.province = "A province is asked for with provincial nominees alone. Leave it empty.";
  if (others.some((other) => other.title.toLowerCase() === title.toLowerCase()))
    faults.title = "The template has an item of this name already. Change that one.";
  return faults;
}

/** The content with an item in its place, or at the end. */
export function withItem({ items, wordings }: TemplateContent, item: TemplateItem): TemplateContent {
  const known = items.some(({ id }) => id === item.id);
  return {
    items: known ? items.map((one) => (one.id === item.id ? item : one)) : [...items, item],
    wordings,
  };
}

/** The content with the firm's words for a kind; without any the shipped ones hold again. */
export function withWording({ items, wordings }: TemplateContent, own: TemplateWording): TemplateContent {
  const others = wordings.filter(({ kind }) => kind !== own.kind);
  const empty = own.title === null && own.goodExample === null && own.points.length === 0;
  return { items, wordings: empty ? others : [...others, own] };
}

/** Whether two contents say the same. */
export function isSameTemplate(a: TemplateContent, b: TemplateContent): boolean {
  const wordingsOf = ({ wordings }: TemplateContent) =>
    [...wordings].sort((one, other) => (one.kind < other.kind ? -1 : 1));
  return JSON.stringify([a.items, wordingsOf(a)]) === JSON.stringify([b.items, wordingsOf(b)]);
}

/** Nothing of the file would move, so that the newer version can be taken without a look. */
export function changesNothing({ added, changed, dropped }: TemplateNotice): boolean {
  return added.length + changed.length + dropped.length === 0;
}
