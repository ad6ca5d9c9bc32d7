import { expect, test } from "vitest";
import { factLinks, readEditTarget } from "./edit-target";

test("what is open stands in the address and is read back", () => {
  const links = factLinks("/cases/26-0213/assessment", "2026-01-07");
  const target = (href: string) =>
    readEditTarget(new URL(href, "http://x").searchParams.get("edit") ?? undefined);
  expect(links.closed).toBe("/cases/26-0213/assessment?on=2026-01-07");
  expect(target(links.edit("job", "j1", "hoursPerWeek"))).toEqual({ kind: "job", id: "j1", personId: null });
  expect(target(links.add("test", "p1"))).toEqual({ kind: "test", id: "new", personId: "p1" });
  expect(target(links.addPerson)).toEqual({ kind: "person", id: "new", personId: null });
  expect(target(links.family("funds"))).toEqual({ kind: "family", part: "funds" });
});

test.each([undefined, "", "job", "family.secrets", "user.1", "<script>"])("%s opens nothing", (text) => {
  expect(readEditTarget(text)).toBeNull();
});
