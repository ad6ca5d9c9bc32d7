import { newId } from "@/lib/ids/id";
import type { TestDatabase } from "./database";
import type { TestCase, TestFirm } from "./firm";

interface Ended {
  issued: string;
  last: string;
  status: string;
  /** Instant at which it was closed, and for a submitted one, sent. */
  at?: string;
}

/** The instant in the middle of a day in Canada. */
const atNoon = (on: string) => `${on}T15:00:00Z`;

/** Writes the history of files straight into the tables, on days of a test's own. */
export function histories(database: TestDatabase, firm: TestFirm) {
  const query = (text: string, values: unknown[]) => database.owner.query(text, values);

  async function opened(options: Parameters<typeof firm.addCase>[0], on: string, source: string | null) {
    const file = await firm.addCase(options);
    await query("update case_file set created_at = $2, source = $3 where id = $1", [
      file.caseId,
      atNoon(on),
      source,
    ]);
    return file;
  }

  /** Steps of a file: the stage it comes to and the day. */
  async function steps(file: TestCase, way: readonly (readonly [stage: string, on: string])[]) {
    for (const [index, [stage, on]] of way.entries()) {
      await query(
        `insert into stage_change (id, case_id, client_id, from_stage, to_stage, at, happened_on) values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          ...[newId(), file.caseId, file.clientId, way[index - 1]?.[0] ?? null, stage],
          ...[atNoon(on), index % 2 === 0 ? on : null],
        ],
      );
    }
  }

  async function window(file: TestCase, { issued, last, status, at }: Ended) {
    const [profileId, invitationId] = [newId(), newId()];
    await query(
      `insert into express_entry_profile (id, case_id, client_id, profile_number, submitted_at, expires_at, crs_score, ruleset_id, status, recorded_by, recorded_at)
     values ($1, $2, $3, $4, '2025-12-01T00:00:00Z', '2026-12-01T00:00:00Z', 500, 'x', 'invited', $5, now())`,
      [profileId, file.caseId, file.clientId, `E${profileId}`, file.ownerId],
    );
    await query(
      `insert into invitation (id, case_id, client_id, profile_id, received_at, issue_date, time_zone, invitation_class, crs_score, ruleset_id,
       computed_deadline, deadline_date, status, facts_at_invitation, recorded_by, recorded_at, closed_at)
     values ($1, $2, $3, $4, $5::date, $5, 'America/Toronto', 'CEC', 500, 'x', $6, $6, $7, '{}', $8, now(), $9)`,
      [
        ...[
          invitationId,
          file.caseId,
          file.clientId,
          profileId,
          issued,
          last,
          status,
          file.ownerId,
          at ?? null,
        ],
      ],
    );
    if (status !== "submitted") return;
    await query(
      `insert into submission (id, case_id, client_id, invitation_id, submitted_at, confirmation_number, recorded_by, recorded_at)
     values ($1, $2, $3, $4, $5, 'E1', $6, now())`,
      [newId(), file.caseId, file.clientId, invitationId, at, file.ownerId],
    );
  }

  /** A line of a checklist and the states it came to. */
  async function line(
    file: TestCase,
    kind: string,
    country: string | null,
    told: readonly (readonly [state: string, on: string])[],
    state = "accepted",
  ): Promise<string> {
    const id = newId();
    await query(
      `insert into requirement (id, case_id, client_id, rule_key, kind, country, title, reason, state) values ($1, $2, $3, $6, $4, $5, 'A paper', 'Why', 'to_request')`,
      [id, file.caseId, file.clientId, kind, country, `manual:${id}`],
    );
    await query("alter table requirement disable trigger user", []);
    await query("update requirement set state = $2, received_at = '2026-03-01T15:00:00Z' where id = $1", [
      id,
      state,
    ]);
    await query("alter table requirement enable trigger user", []);
    for (const [came, on] of told) {
      await query(
        `insert into requirement_event (case_id, client_id, requirement_id, kind, country, state, at) values ($1, $2, $3, $4, $5, $6, $7)`,
        [file.caseId, file.clientId, id, kind, country, came, atNoon(on)],
      );
    }
    return id;
  }

  async function reviewed(file: TestCase, requirementId: string, on: string, returnCode: string | null) {
    const [documentId, versionId] = [newId(), newId()];
    await query(
      "insert into document (id, case_id, client_id, requirement_id, title) values ($1, $2, $3, $4, 'A paper')",
      [documentId, file.caseId, file.clientId, requirementId],
    );
    await query(
      `insert into document_version (id, document_id, case_id, client_id, number, file_name, media_type, extension, size, sha256, storage_key,
       wrapped_key, key_id, state, uploaded_by, uploaded_at, reviewed_at, return_code, return_reason)
     values ($1, $2, $3, $4, 1, 'a.pdf', 'application/pdf', 'pdf', 10, 'x', $9, 'k', 'k1', $5, $6, now(), $7, $8, $8)`,
      [
        ...[versionId, documentId, file.caseId, file.clientId, returnCode === null ? "accepted" : "returned"],
        ...[file.ownerId, atNoon(on), returnCode, versionId],
      ],
    );
  }

  return { opened, steps, window, line, reviewed };
}

/** Asked for on 1 March, there so many days later, accepted two days after that. */
const asked = (days: number) =>
  [
    ["requested", "2026-03-01"],
    ["received", `2026-03-${String(1 + days).padStart(2, "0")}`],
    ["accepted", `2026-03-${String(3 + days).padStart(2, "0")}`],
  ] as const;

/** A small firm with a history of the first half of 2026, whose figures can be reckoned by hand. */
export async function tellSmallFirm(database: TestDatabase, firm: TestFirm): Promise<TestCase> {
  const { opened, steps, window, line, reviewed } = histories(database, firm);

  const own = { owner: firm.consultant };
  const other = { owner: firm.otherConsultant };
  const first = await opened({ ...own, stage: "SUBMITTED" }, "2026-01-05", "Website");
  await steps(first, [
    ["ENQUIRY", "2026-01-05"],
    ["CONSULTATION", "2026-01-10"],
    ["RETAINER_PENDING", "2026-01-12"],
    ["RETAINED", "2026-01-15"],
    ["ASSESSMENT", "2026-01-16"],
    ["PROFILE_PREPARATION", "2026-01-20"],
    ["IN_POOL", "2026-02-01"],
    ["ITA_RECEIVED", "2026-02-03"],
    ["APPLICATION_PREPARATION", "2026-02-04"],
    ["READY_TO_SUBMIT", "2026-03-28"],
    ["SUBMITTED", "2026-04-03"],
  ]);
  // 03:30 UTC is the evening before in Toronto: the last day itself, and so in time.
  await window(first, {
    issued: "2026-02-03",
    last: "2026-04-03",
    status: "submitted",
    at: "2026-04-04T03:30:00Z",
  });
  const second = await opened({ ...own, stage: "ITA_EXPIRED" }, "2026-01-20", "Website");
  await steps(second, [
    ["ENQUIRY", "2026-01-20"],
    ["CONSULTATION", "2026-01-27"],
    ["CLOSED", "2026-02-01"],
  ]);
  await window(second, {
    issued: "2026-02-10",
    last: "2026-04-10",
    status: "expired",
    at: "2026-04-12T15:00:00Z",
  });
  const third = await opened({ ...other, stage: "IN_POOL" }, "2026-02-10", null);
  await steps(third, [
    ["ENQUIRY", "2026-02-10"],
    ["CONSULTATION", "2026-02-13"],
    ["IN_POOL", "2026-03-01"],
  ]);
  await window(third, {
    issued: "2026-03-10",
    last: "2026-05-08",
    status: "declined",
    at: "2026-03-20T15:00:00Z",
  });
  const fourth = await opened({ ...other, stage: "WITHDRAWN" }, "2025-06-01", "Website");
  await window(fourth, {
    issued: "2026-04-20",
    last: "2026-06-18",
    status: "cancelled",
    at: "2026-05-02T15:00:00Z",
  });
  // Its last day has passed, though nobody has closed it: missed. And one that runs, of after the period.
  const fifth = await opened({ ...other, stage: "APPLICATION_PREPARATION" }, "2025-06-02", "Website");
  await window(fifth, { issued: "2026-04-02", last: "2026-05-31", status: "open" });
  const sixth = await opened({ ...other, stage: "APPLICATION_PREPARATION" }, "2025-06-03", "Website");
  await window(sixth, { issued: "2999-10-02", last: "2999-11-30", status: "open" });

  for (const days of [1, 4, 9, 10]) await line(first, "police", "IN", asked(days));
  await line(third, "police", "AE", [
    ["requested", "2026-03-01"],
    ["received", "2026-03-02"],
    ["returned", "2026-03-04"],
    ["received", "2026-03-20"],
    ["accepted", "2026-03-21"],
    // Opened again and accepted anew: one document still.
    ["accepted", "2026-03-31"],
  ]);
  // Never asked for, and accepted after the period: in no figure.
  await line(first, "photo", null, [
    ["received", "2026-03-02"],
    ["accepted", "2026-03-03"],
  ]);
  await line(first, "photo", null, [
    ["requested", "2026-06-01"],
    ["received", "2026-07-02"],
    ["accepted", "2026-07-03"],
  ]);
  const waits = await line(third, "passport", null, [["received", "2026-03-02"]], "received");
  const photo = await line(first, "photo", null, [], "returned");
  await reviewed(first, photo, "2026-03-05", "head_size");
  await reviewed(first, photo, "2026-03-06", "head_size");
  await reviewed(first, photo, "2026-03-07", null);
  await reviewed(third, waits, "2026-04-07", "expired");
  await reviewed(third, waits, "2026-08-07", "expired");

  return first;
}
