import type { Metadata } from "next";
import { DeclaredNotice } from "@/components/rules/declared-notice";
import { KindCard } from "@/components/rules/kind-card";
import { loadRulesOverview } from "@/lib/rules/loaders";

export const metadata: Metadata = { title: "Rules" };

export default async function RulesPage() {
  const overview = await loadRulesOverview();
  return (
    <div className="flex flex-col gap-4">
      <DeclaredNotice overview={overview} />
      {overview.kinds.map((kind) => (
        <KindCard key={kind.kind} overview={kind} today={overview.today} mayEnter={overview.allowed.manage} />
      ))}
    </div>
  );
}
