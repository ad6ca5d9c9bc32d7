import { expect, test, type World } from "../fixtures/test";
import { send, type Answer } from "../fixtures/http";
import { VIEWERS, type Cells, type Outcome, type Viewer } from "./cells";
import { MANIFEST } from "./manifest";
import { routesOfApp } from "./routes-of-app";

const SESSION_OF: Readonly<Record<Viewer, (world: World) => string | null>> = {
  anonymous: () => null,
  client: ({ sessions }) => sessions.K1,
  consultant: ({ sessions }) => sessions.C1,
  manager: ({ sessions }) => sessions.M,
  administrator: ({ sessions }) => sessions.A,
};

/** A redirect's target with the ids of this run taken out. */
function outcomeOf({ status, location }: Answer, { case1, case2 }: World): Outcome {
  if (location === null) return status;
  if (/^\/sign-in(?:\?next=.*)?$/.test(location)) return "sign-in";
  let path = location;
  for (const file of [case1, case2]) {
    path = path.replace(file.number, "[number]").replace(file.requirementId, "[requirementId]");
  }
  // The short name of a link is made of its secret.
  return `to ${path.replace(/item=[0-9a-f]{16}$/, "item=[ref]")}`;
}

async function outcomes(world: World, path: string): Promise<Cells> {
  const found: [Viewer, Outcome][] = [];
  for (const viewer of VIEWERS) {
    found.push([viewer, outcomeOf(await send(path, { session: SESSION_OF[viewer](world) }), world)]);
  }
  return Object.fromEntries(found) as unknown as Cells;
}

test("every page and route is in the manifest, and nothing else", () => {
  expect(MANIFEST.map(({ file }) => file).sort()).toEqual(routesOfApp());
});

for (const entry of MANIFEST) {
  test(`${entry.file} is for whom the manifest says`, async ({ world }) => {
    expect(await outcomes(world, entry.path(world))).toEqual(entry.cells);
    if (entry.foreign) {
      expect(await outcomes(world, entry.foreign.path(world)), "another's case").toEqual(entry.foreign.cells);
    }
  });
}
