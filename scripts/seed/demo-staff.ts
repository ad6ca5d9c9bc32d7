import { addDays, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { StaffRole } from "@/lib/policy/actor";
import type { SeedOwner } from "./case-context";
import { plainLetters } from "./plain-letters";
import type { Random } from "./random";
import type { RowOf } from "./rows";

export const DEMO_FIRM = {
  name: "New Jain Immigration Services",
  address: "1200 Bay Street, Suite 402, Toronto, Ontario M5R 2A5",
  phone: "+1 416 555 0142",
  email: "office@newjain.example",
  timeZone: "America/Toronto",
} as const;

const MAIL_DOMAIN = "newjain.example";

/** Ten people; nobody of them exists. The first of each role is offered on the sign-in page. */
const DEMO_STAFF: readonly { name: string; role: StaffRole }[] = [
  { name: "Anjali Jain", role: "manager" },
  { name: "Priya Raman", role: "consultant" },
  { name: "Marc Tremblay", role: "consultant" },
  { name: "Marcus Bell", role: "administrator" },
  { name: "Helen Fraser", role: "manager" },
  { name: "Grace Adeyemi", role: "consultant" },
  { name: "Leila Haddad", role: "consultant" },
  { name: "Tomasz Nowak", role: "consultant" },
  { name: "Joseph Villanueva", role: "consultant" },
  { name: "Sandra Kowalchuk", role: "consultant" },
];

/** Who is away, in days from the day of loading, and who has their cases meanwhile. */
const DEMO_LEAVES = [
  { away: "Tomasz Nowak", from: -3, to: 11, cover: "Priya Raman", note: "Annual leave" },
  { away: "Grace Adeyemi", from: 23, to: 34, cover: "Leila Haddad", note: "Family visit" },
] as const;

export function staffEmail(name: string): string {
  return `${plainLetters(name).replaceAll("-", ".")}@${MAIL_DOMAIN}`;
}

interface DemoStaff {
  rows: RowOf<"app_user">[];
  leaves: RowOf<"staff_leave">[];
  owners: SeedOwner[];
}

/** The staff's accounts, with the password of the demonstration; one is away this week and has a cover. */
export function demoStaff(
  random: Random,
  today: IsoDate,
  password: { passwordHash: string; passwordKeyId: string },
): DemoStaff {
  const people = DEMO_STAFF.map((one) => ({ ...one, id: random.id() }));
  const rows = people.map(({ id, name, role }, index) => ({
    ...{ id, name, role, ...password },
    email: staffEmail(name),
    phone: `+1 416 555 01${20 + index}`,
    clientId: null,
    status: "active" as const,
    demo: 1,
    licenceNumber: role === "administrator" ? null : `R${519_000 + 37 * index}`,
    // In the order of the list: the sign-in page offers the oldest accounts of each role.
    createdAt: new Date(Date.parse(`${addDays(today, -900)}T15:00:00Z`) + index * 60_000),
  }));
  const leaves = leavesOf(random, today, new Map(people.map(({ id, name }) => [name, id])));
  return { rows, leaves, owners: people.filter(({ role }) => role !== "administrator") };
}

function leavesOf(random: Random, today: IsoDate, idOf: ReadonlyMap<string, string>): DemoStaff["leaves"] {
  return DEMO_LEAVES.flatMap(({ away, from, to, cover, note }) => {
    const [userId, coverUserId] = [idOf.get(away), idOf.get(cover)];
    if (userId === undefined || coverUserId === undefined) return [];
    return {
      ...{ id: random.id(), userId, coverUserId, note },
      ...{ fromOn: addDays(today, from), toOn: addDays(today, to) },
      ...{ recordedBy: userId, recordedAt: new Date(`${addDays(today, -20)}T15:00:00Z`) },
    };
  });
}
