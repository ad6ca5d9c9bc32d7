import { describe, expect, it } from "vitest";
import { ownerConnection, runtimeConnections } from "@/lib/db/server/connections";

const passwords = { app: "a-_1", portal: "p-_2" };

describe("with DATABASE_URL", () => {
  const databaseUrl = "postgres://boss:secret@db.example:6432/firm?sslmode=verify-full";

  it("the owner is its login and the runtime roles are beside it, on the same server", () => {
    const location = { dataDir: "/nowhere", databaseUrl };
    expect(ownerConnection(location)).toEqual({ connectionString: databaseUrl });
    expect(runtimeConnections(location, passwords)).toEqual({
      app: { connectionString: "postgres://landfall_app:a-_1@db.example:6432/firm?sslmode=verify-full" },
      portal: {
        connectionString: "postgres://landfall_portal:p-_2@db.example:6432/firm?sslmode=verify-full",
      },
    });
  });
});

it("without one, and before the first start, says what to do", () => {
  expect(() => ownerConnection({ dataDir: "/nowhere", databaseUrl: undefined })).toThrow(
    "There is no database under /nowhere yet: run npm start first.",
  );
});
