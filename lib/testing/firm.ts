import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { z } from "zod";
import { afterAll, beforeAll } from "vitest";
import { ActorContext, type Caller } from "@/lib/command/actor-context";
import type { Command } from "@/lib/command/define-command";
import { runCommand, type RunOptions } from "@/lib/command/run-command";
import { newId } from "@/lib/ids/id";
import type { Actor, ClientActor, StaffActor, StaffRole } from "@/lib/policy/actor";
import { parseEnv } from "@/lib/runtime/env";
import type { Runtime } from "@/lib/runtime/runtime";
import { FileObjectStore } from "@/lib/storage/file-object-store";
import { Keyring } from "@/lib/storage/keyring";
import type { ObjectStore } from "@/lib/storage/object-store";
import type { TestDatabase } from "./database";

/** A case of the test firm: the row ids, and its client as a caller. */
export interface TestCase {
  caseId: string;
  number: string;
  clientId: string;
  principalId: string;
  ownerId: string;
  client: Caller<ClientActor>;
}

export interface TestFirm {
  readonly runtime: Runtime;
  readonly consultant: Caller<StaffActor>;
  readonly otherConsultant: Caller<StaffActor>;
  readonly manager: Caller<StaffActor>;
  readonly administrator: Caller<StaffActor>;
  /** A case at `stage` with a principal and an account for its client. */
  addCase(options?: {
    owner?: Caller<StaffActor>;
    stage?: string;
    name?: [string, string];
  }): Promise<TestCase>;
  /** Runs a command as somebody. */
  run<S extends z.ZodObject, F, R>(
    caller: Caller,
    command: Command<S, F, R>,
    input: Record<string, unknown>,
    options?: RunOptions,
  ): Promise<R>;
  /** Reads as somebody, in one transaction. */
  read<T>(caller: Caller, query: (ctx: ActorContext) => Promise<T>): Promise<T>;
  /** The events of the audit log about a case, oldest first. */
  eventsOf(caseId: string): Promise<{ event: string; outcome: string; detail: Record<string, unknown> }[]>;
}

const trace = (): Caller["trace"] => ({ requestId: newId(), sessionRef: null, ipPrefix: null });

function callerOf<A extends Actor>(actor: A): Caller<A> {
  return { actor, trace: trace() };
}

async function addStaff(database: TestDatabase, role: StaffRole, name: string): Promise<Caller<StaffActor>> {
  const userId = newId();
  await database.owner.query(
    "insert into app_user (id, email, name, role, status) values ($1, $2, $3, $4, 'active')",
    [userId, `${userId}@firm.test`, name, role],
  );
  return callerOf({ kind: "staff", role, userId, name });
}

async function addCaseTo(
  database: TestDatabase,
  owner: Caller<StaffActor>,
  stage: string,
  name: [string, string],
): Promise<TestCase> {
  const [caseId, clientId, principalId, userId] = [newId(), newId(), newId(), newId()];
  const [givenName, familyName] = name;
  // As many of the id's digits as keep the numbers of a whole test file apart.
  const number = `26-${caseId.replaceAll("-", "").slice(0, 16)}`;
  const { owner: sql } = database;
  await sql.query("insert into client (id, given_name, family_name, email) values ($1, $2, $3, $4)", [
    clientId,
    givenName,
    familyName,
    `${clientId}@client.test`,
  ]);
  await sql.query(
    "insert into case_file (id, number, client_id, owner_id, stage, display_name) values ($1, $2, $3, $4, $5, $6)",
    [caseId, number, clientId, owner.actor.userId, stage, `${givenName} ${familyName}`],
  );
  await sql.query(
    "insert into person (id, case_id, client_id, role, given_name, family_name) values ($1, $2, $3, 'principal', $4, $5)",
    [principalId, caseId, clientId, givenName, familyName],
  );
  await sql.query("insert into family_fact (case_id, client_id) values ($1, $2)", [caseId, clientId]);
  await sql.query(
    "insert into app_user (id, email, name, role, status, client_id) values ($1, $2, $3, 'client', 'active', $4)",
    [userId, `${userId}@client.test`, `${givenName} ${familyName}`, clientId],
  );
  const client = callerOf<ClientActor>({
    kind: "client",
    userId,
    clientId,
    name: `${givenName} ${familyName}`,
  });
  return { caseId, number, clientId, principalId, ownerId: owner.actor.userId, client };
}

type OpenStore = (directory: string) => Promise<ObjectStore>;

async function openRuntime(
  database: TestDatabase,
  directory: string,
  openStore: OpenStore,
): Promise<Runtime> {
  return {
    env: parseEnv({ APP_ORIGIN: "http://localhost:3000", DATA_DIR: directory }),
    pools: { app: database.app, portal: database.portal },
    deps: {
      appOrigin: "http://localhost:3000",
      demo: true,
      smtpUrl: null,
      keyring: Keyring.generate(),
      objects: await openStore(directory),
    },
  };
}

const openDirectory: OpenStore = (directory) => FileObjectStore.open({ directory });

/**
 * Call at the top of a `*.db.test.ts` file, after `testDatabase()`: a firm with two consultants, a manager and
 * an administrator, an object store in a scratch folder (or what `openStore` makes there), and ways to run commands and reads as any of them.
 */
export function testFirm(database: TestDatabase, openStore: OpenStore = openDirectory): TestFirm {
  let people:
    Record<"consultant" | "otherConsultant" | "manager" | "administrator", Caller<StaffActor>> | undefined;
  let opened: Runtime | undefined;
  let scratch = "";
  const ready = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error("the test firm is there from beforeAll on");
    return value;
  };
  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), "landfall-firm-"));
    opened = await openRuntime(database, scratch, openStore);
    await database.owner.query("insert into firm (id, name) values (1, 'New Jain Immigration Services')");
    people = {
      consultant: await addStaff(database, "consultant", "Priya Raman"),
      otherConsultant: await addStaff(database, "consultant", "Marc Tremblay"),
      manager: await addStaff(database, "manager", "Anjali Jain"),
      administrator: await addStaff(database, "administrator", "Marcus Bell"),
    };
  });
  afterAll(() => rm(scratch, { recursive: true, force: true }));
  return {
    get runtime() {
      return ready(opened);
    },
    get consultant() {
      return ready(people).consultant;
    },
    get otherConsultant() {
      return ready(people).otherConsultant;
    },
    get manager() {
      return ready(people).manager;
    },
    get administrator() {
      return ready(people).administrator;
    },
    addCase: ({ owner, stage = "ASSESSMENT", name } = {}) =>
      addCaseTo(database, owner ?? ready(people).consultant, stage, name ?? ["Neha", "Kulkarni"]),
    run: (caller, command, input, options) => runCommand(ready(opened), caller, command, input, options),
    read: (caller, query) =>
      ActorContext.open(ready(opened).pools, ready(opened).deps, caller, "read", query),
    eventsOf: async (caseId) => {
      const { rows } = await database.owner.query<{
        event: string;
        outcome: string;
        detail: Record<string, unknown>;
      }>(
        "select e.event, e.outcome, e.detail from audit_event e join audit_chain c on c.event_id = e.id where e.case_id = $1 order by c.seq",
        [caseId],
      );
      return rows;
    },
  };
}
