import { newId } from "@/lib/ids/id";
import { hashToken, newToken } from "@/lib/ids/token";
import { addCase } from "../fixtures/cases";
import type { TestDatabase } from "../fixtures/database";
import type { Person } from "../fixtures/people";
import type { World } from "../fixtures/test";

/** One screen to look at: whose eyes, and where. */
export interface Screen {
  name: string;
  viewer: Person | null;
  path: string;
}

interface FullestCase {
  number: string;
  requirementId: string;
  client: Person;
}

/** The case in preparation with the most to show: one of the demo's where they are loaded. */
async function findFullestCase(database: TestDatabase, world: World): Promise<FullestCase> {
  const [found] = await database.rows<{ number: string; requirementId: string; userId: string }>(
    `select c.number, r.id as "requirementId", u.id as "userId" from case_file c
     join app_user u on u.client_id = c.client_id and u.status = 'active' and u.demo = 1
     join requirement r on r.case_id = c.id and r.state in ('received', 'in_review') and not r.no_longer_needed
     where c.stage = 'APPLICATION_PREPARATION'
     order by c.review_count + c.returned_count desc, c.number, r.id limit 1`,
  );
  if (!found)
    return { number: world.case1.number, requirementId: world.case1.requirementId, client: world.K1 };
  const client = await database.row<Person>(
    `select id as "userId", name, email, role from app_user where id = $1`,
    [found.userId],
  );
  return { ...found, client };
}

/** The address of a new link for the passport of the world's first case. */
async function addLink(database: TestDatabase, { case1, C1 }: World): Promise<string> {
  const token = newToken();
  await database.rows(
    `insert into item_link (id, case_id, client_id, requirement_id, token_hash, created_by, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, now(), now() + interval '1 day')`,
    [newId(), case1.caseId, case1.clientId, case1.requirementId, hashToken(token), C1.userId],
  );
  return `/send/${token}`;
}

const NAMES = {
  signIn: "sign-in",
  reset: "new password",
  assess: "free assessment",
  assessFrench: "free assessment, in French",
  today: "Today",
  cases: "cases",
  newCase: "new enquiry",
  deadlines: "deadlines",
  profiles: "profile expiries",
  dates: "tests, papers and answers",
  calls: "call list",
  month: "deadlines of a month",
  pool: "pool",
  radar: "score radar",
  readyIfInvited: "ready if invited",
  streams: "provincial streams",
  stream: "a provincial stream",
  newStream: "a new provincial stream",
  draws: "draws",
  draw: "a round",
  newDraw: "record a round",
  correctDraw: "correct a round",
  importDraws: "import rounds",
  reportOnTime: "reports: on time",
  reportStages: "reports: time in stage",
  reportIntake: "reports: intake",
  reportFacts: "reports: behind a figure",
  review: "review queue",
  reviewOne: "review of a document",
  overview: "case: overview",
  nomination: "case: provincial nomination",
  confirmed: "case: what the client confirmed",
  assessment: "case: assessment",
  jobForm: "case: assessment, a form open",
  forecast: "case: what-if and forecast",
  forecastTrying: "case: what-if and forecast, with a change",
  proof: "case: proof ledger",
  invitation: "case: accept or decline",
  caseDates: "case: dates",
  checklist: "case: checklist",
  documents: "case: documents",
  forms: "case: sheet for IRCC’s forms",
  package: "case: package for IRCC",
  tasks: "case: tasks",
  messages: "case: messages",
  timeline: "case: timeline",
  processing: "case: after submission",
  closing: "case: closing",
  handover: "case: handover sheet",
  staff: "settings: staff",
  leave: "settings: leave",
  calendar: "settings: calendar",
  firm: "settings: firm",
  leadTimes: "settings: lead times",
  messageTemplates: "settings: message templates",
  messageTemplate: "settings: a message template is changed",
  template: "settings: checklist template",
  templateItem: "settings: an item of the template",
  templateWords: "settings: our words for a document",
  outbox: "settings: outbox",
  jobs: "settings: jobs",
  notices: "notices",
  audit: "settings: audit log",
  sessions: "settings: sessions",
  rules: "settings: rules",
  ruleVersion: "settings: a version of the rules",
  newRules: "settings: a new version",
  ruleComparison: "settings: who gains, who loses",
  missing: "nothing here",
  linkedItem: "a link for one item",
  portal: "portal: home",
  portalDocuments: "portal: documents",
  portalDocument: "portal: a document",
  portalMessages: "portal: messages",
  portalViews: "portal: who saw what",
  portalCalendar: "portal: calendar",
  portalFacts: "portal: facts",
  portalFrench: "portal: home, in French",
  portalDocumentFrench: "portal: a document, in French",
  signInFrench: "sign-in, in French",
} as const;

export type ScreenKey = keyof typeof NAMES;
export const SCREENS = Object.entries(NAMES) as [ScreenKey, string][];

/** The portal of a client of its own who has chosen French. */
async function locateInFrench(
  key: "portalFrench" | "portalDocumentFrench",
  database: TestDatabase,
  world: World,
): Promise<Omit<Screen, "name">> {
  const file = await addCase(database, { owner: world.C2, name: ["Francine", "Lavoie"] });
  await database.rows("update app_user set locale = 'fr' where id = $1", [file.client.userId]);
  const path = key === "portalFrench" ? "/portal" : `/portal/documents/${file.requirementId}`;
  return { viewer: file.client, path };
}

/** Where a screen is, and who looks. */
export async function locate(
  key: ScreenKey,
  database: TestDatabase,
  world: World,
): Promise<Omit<Screen, "name">> {
  const { M, A } = world;
  const { number, requirementId, client } = await findFullestCase(database, world);
  const principal = await database.row<{ id: string }>(
    `select p.id from person p join case_file c on c.id = p.case_id where c.number = $1 and p.role = 'principal'`,
    [number],
  );
  if (key === "portalFrench" || key === "portalDocumentFrench") return locateInFrench(key, database, world);
  const place = (viewer: Person | null, path: string) => ({ viewer, path });
  const tab = (name: string) => place(M, `/cases/${number}/${name}`);
  const places: Record<Exclude<ScreenKey, "portalFrench" | "portalDocumentFrench">, Omit<Screen, "name">> = {
    signIn: place(null, "/sign-in"),
    reset: place(null, "/reset"),
    assess: place(null, "/assess?lang=en"),
    assessFrench: place(null, "/assess?lang=fr"),
    today: place(M, "/"),
    cases: place(M, "/cases"),
    newCase: place(M, "/cases/new"),
    deadlines: place(M, "/deadlines"),
    profiles: place(M, "/deadlines/profiles"),
    dates: place(M, "/deadlines/dates?days=365"),
    calls: place(M, "/deadlines/calls"),
    month: place(M, "/deadlines/month"),
    pool: place(M, "/pool"),
    radar: place(M, "/pool/radar"),
    readyIfInvited: place(M, "/pool/ready"),
    streams: place(M, "/pool/nominations"),
    stream: place(M, `/pool/nominations/${world.streamId}`),
    newStream: place(M, "/pool/nominations/new"),
    draws: place(M, "/draws"),
    draw: place(M, "/draws/390"),
    newDraw: place(M, "/draws/new"),
    correctDraw: place(M, "/draws/390/correct"),
    importDraws: place(M, "/draws/import"),
    reportOnTime: place(M, "/reports/on-time"),
    reportStages: place(M, "/reports/stages"),
    reportIntake: place(M, "/reports/intake"),
    reportFacts: place(M, "/reports/intake/cases"),
    review: place(M, "/review"),
    reviewOne: place(M, `/review/${requirementId}`),
    overview: tab("overview"),
    nomination: tab("overview/nomination"),
    confirmed: tab("overview/confirmed"),
    assessment: tab("assessment"),
    jobForm: tab(`assessment?edit=job.new.${principal.id}`),
    forecast: tab("assessment/forecast"),
    forecastTrying: tab("assessment/forecast?english=10"),
    proof: tab("assessment/proof"),
    invitation: tab("invitation"),
    caseDates: tab("dates"),
    checklist: tab("checklist"),
    documents: tab("documents"),
    forms: tab("documents/forms"),
    package: tab("documents/package"),
    tasks: tab("tasks"),
    messages: tab("messages"),
    timeline: tab("timeline"),
    processing: tab("processing"),
    closing: tab("closing"),
    handover: tab("handover"),
    staff: place(A, "/settings/staff"),
    leave: place(A, "/settings/leave"),
    calendar: place(A, "/settings/calendar"),
    firm: place(A, "/settings/firm"),
    leadTimes: place(A, "/settings/lead-times"),
    messageTemplates: place(A, "/settings/message-templates"),
    messageTemplate: place(A, "/settings/message-templates?edit=new"),
    template: place(A, "/settings/checklist"),
    templateItem: place(A, "/settings/checklist/items/new"),
    templateWords: place(A, "/settings/checklist/words/funds"),
    outbox: place(A, "/settings/outbox"),
    jobs: place(A, "/settings/jobs"),
    notices: place(A, "/notices"),
    audit: place(A, "/settings/audit"),
    sessions: place(A, "/settings/sessions"),
    rules: place(A, "/settings/rules"),
    ruleVersion: place(A, "/settings/rules/CBS-2026"),
    newRules: place(A, "/settings/rules/new?kind=crs"),
    ruleComparison: place(M, "/settings/rules/CRS-2025-03-25/compare"),
    missing: place(M, "/nothing-here"),
    linkedItem: place(null, key === "linkedItem" ? await addLink(database, world) : "/send"),
    portal: place(client, "/portal"),
    portalDocuments: place(client, "/portal/documents"),
    portalDocument: place(client, `/portal/documents/${requirementId}`),
    portalMessages: place(client, "/portal/messages"),
    portalViews: place(client, "/portal/views"),
    portalCalendar: place(client, "/portal/calendar"),
    portalFacts: place(client, "/portal/approve"),
    signInFrench: place(null, "/sign-in?lang=fr"),
  };
  return places[key];
}
