import type { Metadata } from "next";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { FirmForm } from "@/components/users/firm-form";
import { loadFirm } from "@/lib/users/loaders";

export const metadata: Metadata = { title: "Firm" };

export default async function FirmPage() {
  const firm = await loadFirm();
  return (
    <Card labelledBy="firm">
      <CardHeader id="firm" title="Firm" />
      <CardBody>
        <FirmForm firm={firm} />
      </CardBody>
    </Card>
  );
}
