import { describe, expect, it } from "vitest";
import type { Actor } from "./actor";
import { can, canForAll } from "./can";
import { PERMISSIONS, type Permission } from "./permissions";

const OWN = { ownerId: "consultant", clientId: "client" };
const FOREIGN = { ownerId: "someone-else", clientId: "someone-elses-client" };

const actors = {
  consultant: { kind: "staff", role: "consultant", userId: "consultant", name: "Priya Raman" },
  manager: { kind: "staff", role: "manager", userId: "manager", name: "Anjali Jain" },
  administrator: { kind: "staff", role: "administrator", userId: "administrator", name: "Marcus Bell" },
  client: { kind: "client", userId: "client-user", clientId: "client", name: "Neha Kulkarni" },
} as const satisfies Record<string, Actor>;

/**
 * own/foreign for consultant, manager, administrator, client: Y or -, written out so that a change of the
 * table is a change here too.
 */
const MATRIX: Record<Permission, string> = {
  "case.read": "Y-YYYYY-",
  "case.create": "YYYY----",
  "case.edit": "Y-YY----",
  "case.assign": "--YY----",
  "case.advance": "Y-YY----",
  "case.close": "Y-YY----",
  "case.export": "YYYYYY--",
  "case.timeline": "Y-YYYY--",
  "facts.read": "Y-YY--Y-",
  "facts.edit": "Y-YY----",
  "agreement.record": "Y-YY----",
  "profile.record": "Y-YY----",
  "invitation.record": "Y-YY----",
  "invitation.confirm": "Y-YY----",
  "invitation.decide": "Y-YY----",
  "nomination.record": "Y-YY----",
  "stream.read": "YYYYYY--",
  "stream.edit": "--YYYY--",
  "round.record": "YYYYYY--",
  "round.read": "YYYYYY--",
  "round.replay": "YYYY----",
  "pool.read": "YYYY----",
  "requirement.read": "Y-YYYYY-",
  "requirement.edit": "Y-YY----",
  "requirement.apply": "Y-YY--Y-",
  "template.edit": "--YYYY--",
  "document.list": "Y-YYYYY-",
  "document.open": "Y-YY--Y-",
  "document.upload": "Y-YY--Y-",
  "document.review": "Y-YY----",
  "package.build": "Y-YY----",
  "item-link.make": "Y-YY--Y-",
  "message.read": "Y-YY--Y-",
  "message.send": "Y-YY--Y-",
  "note.read": "Y-YY----",
  "note.write": "Y-YY----",
  "task.read": "Y-YY----",
  "task.write": "Y-YY----",
  "deadline.read": "Y-YYYYY-",
  "deadline.assign": "Y-YY----",
  "deadline.board": "YYYYYY--",
  "report.read": "YYYYYY--",
  "submission.signOff": "Y-YY----",
  "submission.approve": "------Y-",
  "application.record": "Y-YY----",
  "submission.record": "Y-YY----",
  "client.invite": "Y-YY----",
  "user.list": "--YYYY--",
  "user.manage": "----YY--",
  "leave.manage": "--YYYY--",
  "calendar.all": "--YYYY--",
  "firm.edit": "----YY--",
  "rules.read": "YYYYYY--",
  "rules.manage": "----YY--",
  "mail.read": "----YY--",
  "audit.read": "----YY--",
  "notice.read": "YYYYYY--",
  "escalation.decide": "--YY----",
  "jobs.manage": "----YY--",
  "health.detail": "----YY--",
};

const permissions = Object.keys(PERMISSIONS) as Permission[];

describe("the policy table", () => {
  it.each(permissions)("%s is as written out", (permission) => {
    const row = Object.values(actors)
      .flatMap((actor) => [OWN, FOREIGN].map((facts) => (can(actor, permission, facts).allowed ? "Y" : "-")))
      .join("");
    expect(row).toBe(MATRIX[permission]);
  });

  it("gives a cover what the consultant holds whom they stand in for, and no more", () => {
    const cover = { ...actors.consultant, userId: "cover", covers: ["consultant"] };
    for (const permission of permissions) {
      expect(can(cover, permission, OWN).allowed, permission).toBe(
        can(actors.consultant, permission, OWN).allowed,
      );
      expect(can(cover, permission, FOREIGN).allowed, permission).toBe(
        can(actors.consultant, permission, FOREIGN).allowed,
      );
    }
  });

  it("gives background work nothing", () => {
    for (const permission of permissions) {
      expect(can({ kind: "system", name: "worker" }, permission, OWN).allowed).toBe(false);
    }
  });

  it("lets whoever came by a link send files for their client's case, and nothing else", () => {
    const link = {
      kind: "link",
      userId: "a-link",
      clientId: "client",
      caseId: "c",
      requirementId: "r",
    } as const;
    const may = permissions.filter((permission) => can(link, permission, OWN).allowed);
    expect(may).toEqual(["document.upload"]);
    expect(permissions.filter((permission) => can(link, permission, FOREIGN).allowed)).toEqual([]);
  });

  it("says no where the case is not known", () => {
    expect(can(actors.consultant, "case.read").allowed).toBe(false);
    expect(can(actors.client, "document.open").allowed).toBe(false);
  });

  it("allows something for several cases only where it allows it for each", () => {
    expect(canForAll(actors.consultant, "invitation.record", [OWN, OWN])).toEqual({ allowed: true });
    expect(canForAll(actors.consultant, "invitation.record", [OWN, FOREIGN])).toMatchObject({
      allowed: false,
      reason: expect.stringContaining("who owns this case") as string,
    });
  });

  it("gives a plain reason with every no", () => {
    const refused = can(actors.consultant, "case.assign", OWN);
    expect(refused).toEqual({ allowed: false, reason: "This is not open to a consultant." });
  });
});
