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

const AWAY = "Tomasz Nowak";
const COVER = "Priya Raman";

export function staffEmail(name: string): string {
  return `${plainLetters(name).replaceAll("-", ".")}@${MAIL_DOMAIN}`;
}

interface DemoStaff {
  rows: RowOf<"app_user">[];
  owners: SeedOwner[];
}

/** The staff's accounts, with the password of the demonstration; one is away this week and has a cover. */
export function demoStaff(
  random: Random,
  today: IsoDate,
  password: { passwordHash: string; passwordKeyId: string },
): DemoStaff {
  const people = DEMO_STAFF.map((one) => ({ ...one, id: random.id() }));
  const coverUserId = people.find(({ name }) => name === COVER)?.id ?? null;
  const rows = people.map(({ id, name, role }, index) => ({
    ...{ id, name, role, ...password },
    email: staffEmail(name),
    phone: `+1 416 555 01${20 + index}`,
    clientId: null,
    status: "active" as const,
    demo: 1,
    licenceNumber: role === "administrator" ? null : `R${519_000 + 37 * index}`,
    awayFrom: name === AWAY ? addDays(today, -3) : null,
    awayTo: name === AWAY ? addDays(today, 11) : null,
    coverUserId: name === AWAY ? coverUserId : null,
    // In the order of the list: the sign-in page offers the oldest accounts of each role.
    createdAt: new Date(Date.parse(`${addDays(today, -900)}T15:00:00Z`) + index * 60_000),
  }));
  return { rows, owners: people.filter(({ role }) => role !== "administrator") };
}
