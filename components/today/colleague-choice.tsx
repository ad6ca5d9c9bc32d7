import { Menu } from "@/components/ui/menu";
import type { Today } from "@/lib/tasks/today/types";

/** A manager looks at a colleague's day, and comes back to their own. */
export function ColleagueChoice({ today }: { today: Today }) {
  if (today.colleagues.length === 0) return null;
  return (
    <Menu
      label="Whose day"
      trigger={today.of.self ? "My day" : today.of.name}
      variant="default"
      items={[
        { label: "My day", href: "/" },
        "separator",
        ...today.colleagues.map(({ id, name }) => ({ label: name, href: `/?of=${id}` })),
      ]}
    />
  );
}
