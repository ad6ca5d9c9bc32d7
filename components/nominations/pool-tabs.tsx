import { Tabs } from "@/components/ui/tabs";

/** The views of the pool: who is in it, how ready their files are, and which provinces could nominate them. */
export function PoolTabs() {
  return (
    <Tabs
      label="Pool"
      items={[
        { href: "/pool", label: "Ranked" },
        { href: "/pool/radar", label: "Radar" },
        { href: "/pool/ready", label: "Ready if invited" },
        { href: "/pool/nominations", label: "Provincial streams" },
      ]}
    />
  );
}
