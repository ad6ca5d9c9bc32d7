import type { SheetTable } from "@/lib/rules/types";

export interface SheetGroup {
  title: string;
  /** Of its heading, for links within the page. */
  id: string;
  tables: SheetTable[];
}

/** The tables of a version by the section they belong to, in their order. */
export function groupsOf(sheet: readonly SheetTable[]): SheetGroup[] {
  const groups = new Map<string, SheetGroup>();
  for (const table of sheet) {
    const known = groups.get(table.group);
    if (known) known.tables.push(table);
    else {
      const id = `group-${table.group.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
      groups.set(table.group, { title: table.group, id, tables: [table] });
    }
  }
  return [...groups.values()];
}
