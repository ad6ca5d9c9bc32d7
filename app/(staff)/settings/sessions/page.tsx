import type { Metadata } from "next";
import { Card, CardHeader } from "@/components/ui/card";
import { SessionTable } from "@/components/users/session-table";
import { loadOwnSessions } from "@/lib/users/loaders";

export const metadata: Metadata = { title: "Your sessions" };

export default async function SessionsPage() {
  const { sessions, timeZone } = await loadOwnSessions();
  return (
    <Card labelledBy="sessions">
      <CardHeader
        id="sessions"
        title="Where you are signed in"
        detail="A session ends by itself after 30 minutes without use, and after 12 hours in any case."
      />
      <SessionTable sessions={sessions} zone={timeZone} />
    </Card>
  );
}
