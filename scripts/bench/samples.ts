import type pg from "pg";
import type { StaffActor } from "@/lib/policy/actor";

/** A real row's values to ask for, so that no page is measured on nothing. */
export interface Sample {
  caseId: string;
  number: string;
  displayName: string;
  familyName: string;
  email: string;
  nocCode: string;
  profileNumber: string;
  ownerId: string;
  roundId: string;
}

/** Files with a profile, spread over the viewer's files by their ids. */
const SAMPLES = `
  select c.id as "caseId", c.number, c.display_name as "displayName", k.family_name as "familyName", k.email,
    c.noc_code as "nocCode", p.profile_number as "profileNumber", c.owner_id as "ownerId",
    (select id from round where lowest_crs < 600 order by date desc, id limit 1) as "roundId"
  from case_file c
  join client k on k.id = c.client_id
  join express_entry_profile p on p.case_id = c.id
  where ($1::uuid is null or c.owner_id = $1) and c.noc_code is not null
  order by c.stage = 'APPLICATION_PREPARATION' desc, c.id
  limit $2`;

const BUSIEST_CONSULTANT = `
  select u.id as "userId", u.name from app_user u join case_file c on c.owner_id = u.id
  where u.role = 'consultant' and u.status = 'active' group by u.id order by count(*) desc, u.id limit 1`;

const MANAGER = `select id as "userId", name from app_user where role = 'manager' and status = 'active' order by id limit 1`;

export interface Viewer {
  actor: StaffActor;
  samples: Sample[];
}

/** The consultant with the most files and a manager, each with files to ask for. Throws without staff or files. */
export async function findViewers(connection: pg.Pool, samples: number): Promise<Viewer[]> {
  const viewers: Viewer[] = [];
  for (const [role, sql] of [
    ["consultant", BUSIEST_CONSULTANT],
    ["manager", MANAGER],
  ] as const) {
    const found = await connection.query<{ userId: string; name: string }>(sql);
    const [person] = found.rows;
    if (!person)
      throw new Error(`There is no active ${role} with files. Load data first: npm run seed -- --cases 2000`);
    const owner = role === "consultant" ? person.userId : null;
    const { rows } = await connection.query<Sample>(SAMPLES, [owner, samples]);
    if (rows.length === 0)
      throw new Error("There are no files with a profile. Load data first: npm run seed -- --cases 2000");
    viewers.push({ actor: { kind: "staff", role, ...person }, samples: rows });
  }
  return viewers;
}
