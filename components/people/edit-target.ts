import type { FamilyPart } from "@/lib/people/types";

/** What is open for editing: it stands in the address, so that it works before JavaScript and survives a reload. */
export type FactKind = "person" | "test" | "credential" | "job" | "address";
export type EditTarget =
  { kind: FactKind; id: string; personId: string | null } | { kind: "family"; part: FamilyPart };

const FACT_KINDS: readonly string[] = ["person", "test", "credential", "job", "address"] satisfies FactKind[];
const PARTS: readonly string[] = [
  "place",
  "funds",
  "relatives",
  "offer",
  "certificate",
  "nomination",
] satisfies FamilyPart[];

/** Reads `job.<id>`, `job.new.<person>`, `family.funds`; null for anything else. */
export function readEditTarget(text: string | undefined): EditTarget | null {
  const [kind = "", id = "", personId = null] = text?.split(".") ?? [];
  if (kind === "family" && PARTS.includes(id)) return { kind, part: id as FamilyPart };
  if (!FACT_KINDS.includes(kind) || id === "") return null;
  return { kind: kind as FactKind, id, personId };
}

/** Days that an entry is missing for. */
export interface Days {
  from: string;
  to: string;
}

/** Addresses of this page with and without an open form, on the same day. */
export interface FactLinks {
  closed: string;
  edit: (kind: FactKind, id: string, field?: string) => string;
  /** The form for a new fact, with its days where they are known. */
  add: (kind: Exclude<FactKind, "person">, personId: string, days?: Days) => string;
  /** The form of a fact with what one of its fields said before a change. */
  restore: (target: string, changeId: string) => string;
  /** The changes of all facts. */
  history: string;
  addPerson: string;
  family: (part: FamilyPart, field?: string) => string;
}

/** @param base the page; @param on the chosen day, where it is not today */
export function factLinks(base: string, on: string | null): FactLinks {
  const day = on === null ? [] : [["on", on]];
  const href = (...more: string[][]) => {
    const query = new URLSearchParams([...day, ...more]).toString();
    return query === "" ? base : `${base}?${query}`;
  };
  const open = (target: string, field?: string) =>
    `${href(["edit", target], ...(field === undefined ? [] : [["field", field]]))}#edit`;
  return {
    closed: href(),
    edit: (kind, id, field) => open(`${kind}.${id}`, field),
    add: (kind, personId, days) =>
      `${href(["edit", `${kind}.new.${personId}`], ...(days ? Object.entries(days) : []))}#edit`,
    restore: (target, changeId) => `${href(["edit", target], ["restore", changeId])}#edit`,
    history: `${href(["history", "all"])}#history`,
    addPerson: open("person.new"),
    family: (part, field) => open(`family.${part}`, field),
  };
}
