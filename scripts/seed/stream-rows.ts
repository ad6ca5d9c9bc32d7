import { addDays, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import type { Random } from "./random";
import type { RowOf } from "./rows";

type StreamRow = RowOf<"province_stream">;
type Terms = Pick<StreamRow, "province" | "name" | "nocCodes" | "notes" | "link"> &
  Partial<Pick<StreamRow, "workMonths" | "workYears" | "category" | "minCrs" | "minLevel">> & {
    /** Days before the loading on which the firm of the demonstration read the page. */
    readDaysAgo: number;
  };

const CHECK =
  "An example of the demonstration, from general knowledge: check the province's page before you rely on it.";

const TECH = ["20012", "21211", "21220", "21222", "21223", "21230", "21231", "21232", "21311"];
const HEALTH = ["31102", "31202", "31301", "31302", "32101", "33102"];

/** Streams that exist, told in outline: the firm would enter their figures and occupations from the province's page. */
const STREAMS: readonly Terms[] = [
  {
    ...{ province: "ON", name: "Human Capital Priorities (technology)", nocCodes: TECH, readDaysAgo: 21 },
    ...{ workMonths: 12, workYears: 5, minLevel: 7 },
    notes: `Ontario writes to profiles it chooses; occupations and scores differ from one round of notifications to the next. A bachelor's degree or more is asked for. ${CHECK}`,
    link: "https://www.ontario.ca/page/ontario-immigrant-nominee-program-oinp",
  },
  {
    ...{ province: "ON", name: "French-Speaking Skilled Worker", nocCodes: [], readDaysAgo: 21 },
    ...{ category: "french" },
    notes: `NCLC 7 in French, and English is asked for too. Ontario writes to profiles it chooses. ${CHECK}`,
    link: "https://www.ontario.ca/page/ontario-immigrant-nominee-program-oinp",
  },
  {
    ...{ province: "BC", name: "Skilled Worker, Express Entry (health)", nocCodes: HEALTH, readDaysAgo: 34 },
    notes: `An offer of an employer in British Columbia and a registration with the province come first. ${CHECK}`,
    link: "https://www.welcomebc.ca",
  },
  {
    ...{ province: "AB", name: "Express Entry, Accelerated Tech Pathway", nocCodes: TECH, readDaysAgo: 16 },
    ...{ minCrs: 300 },
    notes: `For work, or an offer, with an employer in technology in Alberta. ${CHECK}`,
    link: "https://www.alberta.ca/alberta-advantage-immigration-program",
  },
  {
    ...{ province: "AB", name: "Express Entry, Dedicated Health Care Pathway", nocCodes: HEALTH },
    ...{ minCrs: 300, readDaysAgo: 16 },
    notes: `An offer from the health sector and a step towards the licence in Alberta are asked for. ${CHECK}`,
    link: "https://www.alberta.ca/alberta-advantage-immigration-program",
  },
  {
    ...{ province: "SK", name: "International Skilled Worker, Express Entry" },
    nocCodes: ["21300", "21301", "21310", "22301", "72106", "72400", "72401"],
    ...{ workMonths: 12, workYears: 10, minLevel: 4, readDaysAgo: 48 },
    notes: `Saskatchewan names the occupations it leaves out; the codes here are the firm's short list. ${CHECK}`,
    link: "https://www.saskatchewan.ca",
  },
  {
    ...{ province: "NS", name: "Labour Market Priorities", nocCodes: ["31301", "32101", "42202"] },
    readDaysAgo: 40,
    notes: `By letter of interest alone; the occupations change with each round of letters. ${CHECK}`,
    link: "https://liveinnovascotia.com",
  },
];

/** The catalogue of the demonstration's firm. */
export function streamRows(random: Random, today: IsoDate, createdBy: string | null): StreamRow[] {
  return STREAMS.map(({ readDaysAgo, ...terms }) => {
    const asOf = addDays(today, -readDaysAgo);
    return {
      ...{ workMonths: null, workYears: null, category: null, study: null, minCrs: null, minLevel: null },
      ...terms,
      id: random.id(),
      ...{ opensOn: null, closesOn: null, asOf, source: "Demonstration entry" },
      createdBy,
      createdAt: new Date(`${asOf}T15:00:00Z`),
    };
  });
}
