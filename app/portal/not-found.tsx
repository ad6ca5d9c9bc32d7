import { MissingPage } from "@/components/portal/missing-page";

export default function PortalNotFound() {
  return <MissingPage />;
}
