import { Tabs } from "@/components/ui/tabs";

/** The two views of the pool: where clients stand, and how ready their files are. */
export function PoolTabs({ current }: { current: "pool" | "ready" }) {
  return (
    <Tabs
      label="Pool"
      items={[
        { href: "/pool", label: "Pool", current: current === "pool" },
        { href: "/pool/ready", label: "Ready if invited", current: current === "ready" },
      ]}
    />
  );
}
