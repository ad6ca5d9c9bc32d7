import type { Metadata } from "next";
import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { AuditTable } from "@/components/users/audit-table";
import { loadAuditLog } from "@/lib/audit/loaders";
import { loadPublicFrame } from "@/lib/users/loaders";

export const metadata: Metadata = { title: "Audit log" };

interface AuditPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function AuditPage({ searchParams }: AuditPageProps) {
  const { after: asked } = await searchParams;
  const { lines, after } = await loadAuditLog(typeof asked === "string" ? asked : undefined);
  const { timeZone } = await loadPublicFrame();
  return (
    <Card labelledBy="audit">
      <CardHeader
        id="audit"
        title="Audit log"
        detail="Nothing here can be changed or removed; npm run verify proves it."
      />
      <AuditTable entries={lines} zone={timeZone} />
      <CardFooter>
        <Pagination
          previousHref={asked === undefined ? null : "/settings/audit"}
          nextHref={after === null ? null : `/settings/audit?after=${encodeURIComponent(after)}`}
        />
      </CardFooter>
    </Card>
  );
}
