import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Receipt } from "@/components/portal/receipt";
import { portalWords } from "@/components/portal/words";
import { loadOwnFrame, loadPortalDocument } from "@/lib/portal/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await portalWords()).t("receipt.title") };
}

interface ReceivedPageProps {
  params: Promise<{ requirementId: string }>;
}

/** The receipt of the newest file the client sent, read from what is stored: it stays true when it is reloaded. */
export default async function ReceivedPage({ params }: ReceivedPageProps) {
  const { requirementId } = await params;
  const { consultant } = await loadOwnFrame();
  const { item, versions, more, day } = await loadPortalDocument(requirementId);
  const [newest] = versions;
  // Somebody has looked at it since: its page says what came of it.
  if (!newest?.sentByYou || newest.state === "accepted" || newest.state === "returned")
    redirect(`/portal/documents/${requirementId}`);
  return <Receipt title={item.title} version={newest} consultant={consultant} more={more} day={day} />;
}
