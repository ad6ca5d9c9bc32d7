import { Tabs } from "@/components/ui/tabs";

/** The views of the pool: who is in it, and which provinces could nominate them. */
export function PoolTabs() {
  return (
    <Tabs
      label="Pool"
      items={[
        { href: "/pool", label: "Ranked" },
        { href: "/pool/nominations", label: "Provincial streams" },
      ]}
    />
  );
}
