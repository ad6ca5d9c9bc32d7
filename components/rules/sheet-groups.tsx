import type { ReactNode } from "react";
import type { SheetTable } from "@/lib/rules/types";

interface SheetGroup {
  title: string;
  /** Of its heading, for links within the page. */
  id: string;
  tables: SheetTable[];
}

/** The tables of a version by the section they belong to, in their order. */
function groupsOf(sheet: readonly SheetTable[]): SheetGroup[] {
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

/** The tables of a version in two columns under the headings of their sections. */
export function SheetGroups({
  sheet,
  children,
}: {
  sheet: readonly SheetTable[];
  children: (table: SheetTable) => ReactNode;
}) {
  return groupsOf(sheet).map(({ id, title, tables }) => (
    <section key={id} aria-labelledby={id} className="mt-6">
      <h2 id={id} className="mb-3 text-md font-[650]">
        {title}
      </h2>
      <div className="gap-4 lg:columns-2 [&>*]:mb-4">{tables.map(children)}</div>
    </section>
  ));
}
