/**
 * Every permission of the product, and who holds it. The one table: no rule means no.
 * `own` holds for a consultant whose case it is and for who covers them while they are away, `self` for a client on their own case.
 */
export type Reach = "any" | "own" | "self";

export interface Rule {
  consultant: Reach | false;
  manager: Reach | false;
  administrator: Reach | false;
  client: Reach | false;
}

const ownAndManagers = { consultant: "own", manager: "any", administrator: false, client: false } as const;
const managersOnly = { consultant: false, manager: "any", administrator: false, client: false } as const;
const administratorsOnly = {
  consultant: false,
  manager: false,
  administrator: "any",
  client: false,
} as const;
const allStaff = { consultant: "any", manager: "any", administrator: "any", client: false } as const;

export const PERMISSIONS = {
  /** See that the case exists: header, stage, dates, counts. */
  "case.read": { consultant: "own", manager: "any", administrator: "any", client: "self" },
  "case.create": { consultant: "any", manager: "any", administrator: false, client: false },
  "case.edit": ownAndManagers,
  "case.assign": managersOnly,
  "case.advance": ownAndManagers,
  "case.close": ownAndManagers,
  /** The visible list as a file; the rows are those the list shows. */
  "case.export": allStaff,
  "case.timeline": { consultant: "own", manager: "any", administrator: "any", client: false },
  /** Dated facts of the people in the file. */
  "facts.read": { consultant: "own", manager: "any", administrator: false, client: "self" },
  "facts.edit": ownAndManagers,
  "agreement.record": ownAndManagers,
  "profile.record": ownAndManagers,
  "invitation.record": ownAndManagers,
  /** The second key: reads the date in the letter again. Never the person who entered it (docs/decisions/two-keys.md). */
  "invitation.confirm": ownAndManagers,
  "invitation.decide": ownAndManagers,
  /** Notification of interest, provincial application, nomination, and what becomes of it. */
  "nomination.record": ownAndManagers,
  /** The firm's catalogue of the provinces' Express Entry streams. */
  "stream.read": allStaff,
  "stream.edit": { consultant: false, manager: "any", administrator: "any", client: false },
  "round.record": { consultant: "any", manager: "any", administrator: "any", client: false },
  "round.read": allStaff,
  /** Puts a round to every client of the firm anew; each sees the lines of their own cases. */
  "round.replay": { consultant: "any", manager: "any", administrator: false, client: false },
  "pool.read": { consultant: "any", manager: "any", administrator: false, client: false },
  "requirement.read": { consultant: "own", manager: "any", administrator: "any", client: "self" },
  "requirement.edit": ownAndManagers,
  /** Say on which day a document was applied for to whoever issues it. */
  "requirement.apply": { consultant: "own", manager: "any", administrator: false, client: "self" },
  /** The firm's checklist template and its message templates: its own words, in versions. Every colleague reads them. */
  "template.edit": { consultant: false, manager: "any", administrator: "any", client: false },
  "document.list": { consultant: "own", manager: "any", administrator: "any", client: "self" },
  /** The bytes: view, download, range. Administrators have none by default (SECURITY.md 5.5). */
  "document.open": { consultant: "own", manager: "any", administrator: false, client: "self" },
  "document.upload": { consultant: "own", manager: "any", administrator: false, client: "self" },
  "document.review": ownAndManagers,
  /** What goes to IRCC: arrange it, have it built, approve it and take it out. */
  "package.build": ownAndManagers,
  /** A link by which somebody without an account sends files for one item. */
  "item-link.make": { consultant: "own", manager: "any", administrator: false, client: "self" },
  "message.read": { consultant: "own", manager: "any", administrator: false, client: "self" },
  "message.send": { consultant: "own", manager: "any", administrator: false, client: "self" },
  "note.read": ownAndManagers,
  "note.write": ownAndManagers,
  /** What has to be done on a file: the titles and notes are the firm's own. */
  "task.read": ownAndManagers,
  "task.write": ownAndManagers,
  "deadline.read": { consultant: "own", manager: "any", administrator: "any", client: "self" },
  /** Who answers for one clock of a case. */
  "deadline.assign": ownAndManagers,
  "deadline.board": { consultant: "any", manager: "any", administrator: "any", client: false },
  /** Figures about one's own cases, or all one sees, and the lists behind them. */
  "report.read": allStaff,
  "submission.signOff": ownAndManagers,
  "submission.approve": { consultant: false, manager: false, administrator: false, client: "self" },
  "submission.record": ownAndManagers,
  /** What IRCC says of an application after its submission: letters, checks, the decision. */
  "application.record": ownAndManagers,
  "client.invite": ownAndManagers,
  "user.list": { consultant: false, manager: "any", administrator: "any", client: false },
  "user.manage": administratorsOnly,
  /** A calendar feed of every case that one sees, not only of those in hand. */
  "calendar.all": { consultant: false, manager: "any", administrator: "any", client: false },
  /** Other people's leave; everybody enters their own. */
  "leave.manage": { consultant: false, manager: "any", administrator: "any", client: false },
  "firm.edit": administratorsOnly,
  /** Versions of the dated tables, shipped and entered, and what a draft would change for one's own clients. */
  "rules.read": allStaff,
  "rules.manage": administratorsOnly,
  "mail.read": administratorsOnly,
  "audit.read": administratorsOnly,
  /** What the app tells somebody; each reads their own. */
  "notice.read": allStaff,
  /** Ends the daily telling of a date in danger by a decision. */
  "escalation.decide": managersOnly,
  /** The queue of background work: dead jobs tried again or given up. */
  "jobs.manage": administratorsOnly,
  "health.detail": administratorsOnly,
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof PERMISSIONS;
