import type { Metadata } from "next";
import { FeedForm } from "@/components/calendar/feed-form";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { loadFeedScreen } from "@/lib/calendar/loaders";

export const metadata: Metadata = { title: "Calendar" };

const SCOPES = [
  { value: "own", label: "Cases I own or cover, and what I answer for" },
  { value: "all", label: "Every case I see" },
];

export default async function CalendarPage() {
  const { feed, timeZone, allowed } = await loadFeedScreen();
  const texts = {
    names: "Name clients in the titles",
    make: feed === null ? "Make a calendar address" : "Make a new address",
    revoke: "End this address",
    made: "Address made",
    revoked: "Address ended",
    address: "Your calendar address",
    once: "Copy it now: it is shown only once. Whoever has it can read these dates without signing in.",
  };
  return (
    <Card labelledBy="calendar">
      <CardHeader id="calendar" title="Your deadlines in your own calendar" />
      <CardBody>
        <div className="flex max-w-[65ch] flex-col gap-4">
          <p>
            Subscribe to this address in Outlook, Google Calendar or on your phone, and every deadline is
            there as an all-day entry that moves when the deadline moves. Titles carry the file number and
            what is due; clients are named only if you say so.
          </p>
          <FeedForm
            feedId={feed?.id ?? null}
            texts={texts}
            scopes={allowed.all ? SCOPES : null}
            scopeLabel="Which cases"
          >
            {feed !== null && (
              <p>
                Your address works since <InstantText instant={feed.createdAt} zone={timeZone} />, for{" "}
                {feed.scope === "all" ? "every case you see" : "the cases in your hands"},{" "}
                {feed.withNames ? "with clients’ names" : "with file numbers only"}.{" "}
                {feed.lastFetchedAt === null ? (
                  "No calendar has read it yet."
                ) : (
                  <>
                    Last read by a calendar <InstantText instant={feed.lastFetchedAt} zone={timeZone} />,
                    noted once an hour.
                  </>
                )}{" "}
                A new address ends this one.
              </p>
            )}
          </FeedForm>
        </div>
      </CardBody>
    </Card>
  );
}
