/** Windows of a synthetic firm, played out in full, and what was known of them on a day. Pure and seeded. */
import type { DocumentDuration } from "@/lib/checklist/history/types";
import { inOrder, predecessorsOf } from "@/lib/deadlines/forecast/dependencies";
import type { OpenItem, OpenState } from "@/lib/deadlines/forecast/types";
import { addDays } from "@/lib/express-entry/timing/calendar-date";
import { daysOf, FIRST_DAY, SHIPPED, type Draws, type Firm, type Scenario, type TrueKind } from "./firms";

/** Instants in days since the midnight of the first day. */
interface PlayedItem {
  id: string;
  personId: string | null;
  of: TrueKind;
  askedAt: number;
  firstReceivedAt: number;
  /** Sent back and there again; null: it was right at once. */
  back: { returnedAt: number; againAt: number } | null;
  acceptedAt: number;
}

export interface PlayedWindow {
  id: string;
  /** Day of the invitation, which came at noon. */
  issueDay: number;
  items: readonly PlayedItem[];
  completeAt: number;
}

export const dateOf = (instant: number) => addDays(FIRST_DAY, Math.floor(instant));
const NOON = 0.5;

/** From being free to be asked for to being asked for: half within a day, all within three, unless it is left lying. */
function askDays({ left }: Scenario, { uniform }: Draws): number {
  const u = uniform();
  const usual = u < 0.5 ? 2 * u : 1 + 4 * (u - 0.5);
  return uniform() < left ? usual + 7 + 14 * uniform() : usual;
}

type Wanted = Pick<PlayedItem, "of" | "personId">;

/** What one family has to bring: papers of one or two people, one or two countries, one payment. */
function wantedOf({ kinds }: Firm, { uniform }: Draws): Wanted[] {
  const people = uniform() < 0.5 ? ["p1"] : ["p1", "p2"];
  return kinds.flatMap((of): Wanted[] => {
    if (of.kind === "fee_receipt") return [{ of, personId: null }];
    const share = of.kind === "police" ? 0.45 : 0.9;
    return people.filter(() => uniform() < share).map((personId) => ({ of, personId }));
  });
}

/** Plays one window to its end. A window that misses its day is played on: the truth is when it would have been complete. */
export function play(
  firm: Firm,
  scenario: Scenario,
  id: string,
  issueDay: number,
  draws: Draws,
): PlayedWindow {
  const wanted = wantedOf(firm, draws);
  const pace = Math.exp(scenario.clientSigma * draws.normal());
  const before = predecessorsOf(
    wanted.map(({ of, personId }) => ({ kind: of.kind, personId, state: "to_request" })),
  );
  const played: PlayedItem[] = [];
  for (const index of inOrder(before)) {
    const item = wanted[index];
    if (!item) continue;
    const there = (before[index] ?? []).map((place) => played[place]?.acceptedAt ?? 0);
    const { obtain, review, returnShare, redo } = item.of;
    const askedAt = Math.max(issueDay + NOON, ...there) + askDays(scenario, draws);
    const firstReceivedAt = askedAt + pace * daysOf(obtain, draws);
    const decidedAt = firstReceivedAt + daysOf(review, draws);
    const isReturned = draws.uniform() < returnShare;
    const againAt = decidedAt + pace * daysOf(redo, draws);
    played[index] = {
      ...{ id: `${id}-${index}`, ...item, askedAt, firstReceivedAt },
      back: isReturned ? { returnedAt: decidedAt, againAt } : null,
      acceptedAt: isReturned ? againAt + daysOf(review, draws) : decidedAt,
    };
  }
  const last = Math.max(...played.map(({ acceptedAt }) => acceptedAt));
  return { id, issueDay, items: played, completeAt: last + daysOf(firm.signOff, draws) };
}

function standOf(
  { askedAt, firstReceivedAt, back }: PlayedItem,
  at: number,
): [OpenState, since: number | null] {
  if (at < askedAt) return ["to_request", null];
  if (at < firstReceivedAt) return ["requested", askedAt];
  if (back === null || at < back.returnedAt) return ["received", firstReceivedAt];
  return at < back.againAt ? ["returned", back.returnedAt] : ["received", back.againAt];
}

/** What is open at noon of a day, as the firm's checklist would say it then; nothing of what comes after. */
export function openOn({ items }: PlayedWindow, day: number): OpenItem[] {
  const at = day + NOON;
  return items.flatMap((item) => {
    if (item.acceptedAt <= at) return [];
    const { kind, country } = item.of;
    const [state, since] = standOf(item, at);
    return [
      {
        ...{ id: item.id, kind, country, personId: item.personId, title: kind, personName: null, state },
        leadDays: SHIPPED[kind],
        since: since === null ? null : dateOf(since),
      },
    ];
  });
}

const instantOf = (days: number) => new Date(Date.parse(FIRST_DAY) + days * 86_400_000);

/** The items that were accepted by noon of a day: the firm's history as it was then. */
export function closedBy(windows: readonly PlayedWindow[], day: number): DocumentDuration[] {
  return windows.flatMap(({ items }) =>
    items
      .filter(({ acceptedAt }) => acceptedAt <= day + NOON)
      .map(({ id, personId, of, askedAt, firstReceivedAt, back, acceptedAt }) => ({
        ...{ requirementId: id, personId, kind: of.kind, country: of.country },
        requestedAt: instantOf(askedAt),
        firstReceivedAt: instantOf(firstReceivedAt),
        receivedAt: instantOf(back?.againAt ?? firstReceivedAt),
        acceptedAt: instantOf(acceptedAt),
        returns: back === null ? 0 : 1,
      })),
  );
}
