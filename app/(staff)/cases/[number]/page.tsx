import { redirect } from "next/navigation";

/** A case opens on its overview. */
export default async function CasePage({ params }: { params: Promise<{ number: string }> }) {
  redirect(`/cases/${encodeURIComponent((await params).number)}/overview`);
}
