import { categoriesOn, CATEGORIES } from "@/lib/express-entry/draws/categories";
import { isInvited, type PoolProfile, type Round } from "@/lib/express-entry/draws/invited";
import { assessCrs } from "@/lib/express-entry/crs/assess";
import type { Program } from "@/lib/express-entry/eligibility/criterion";
import { assessEligibility } from "@/lib/express-entry/eligibility/assess";
import type { CaseFacts } from "@/lib/express-entry/facts";
import { addDays, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { makeFacts, type FileSketch } from "./family";
import type { Random } from "./random";

/** A published round, as the table `round` holds it. */
export interface SeedRound extends Round {
  id: string;
  date: IsoDate;
}

/** Where somebody stands under the rules on a day. */
export interface Standing extends Pick<PoolProfile, "score" | "programs" | "categories"> {
  /** The class of an invitation in a general or a category round. */
  invitationClass: Program | null;
}

export function standingOn(facts: CaseFacts, on: IsoDate): Standing {
  const { verdicts, invitationClass } = assessEligibility(facts, on);
  const score = assessCrs(facts, on).score.total;
  // A nominee is invited as a nominee only (IRPA 10.1(1.1)).
  if (verdicts.PNP === "eligible") return { score, programs: ["PNP"], categories: [], invitationClass };
  const programs = (["CEC", "FSW", "FST"] as const).filter((program) => verdicts[program] === "eligible");
  const categories = categoriesOn(facts, on)
    .filter(({ verdict }) => verdict === "met")
    .map(({ category }) => category);
  return { score, programs, categories, invitationClass };
}

export interface Invited {
  facts: CaseFacts;
  standing: Standing;
  on: IsoDate;
  invitationClass: Program;
  category: string | null;
  roundId: string | null;
}

interface InvitationWish {
  /** The wanted day of the invitation. */
  target: IsoDate;
  /** How many days before it a published round is looked for; without one the invitation stands alone. */
  lookBack: number;
  rounds: readonly SeedRound[];
}

const TRIES = 7;
/** After so many tries a nomination is what gets the person invited. */
const TRIES_WITHOUT_NOMINATION = 4;

/** Day, class and round of an invitation for these facts, or null. The newest rounds come first. */
function invitationFor(
  random: Random,
  facts: CaseFacts,
  wish: InvitationWish,
): Omit<Invited, "facts"> | null {
  const { target, lookBack, rounds } = wish;
  const onTarget = standingOn(facts, target);
  if (onTarget.invitationClass === null) return null;
  // Submitted before every tie-break: those at the cut-off are in.
  const submittedAt = new Date(0);
  const invites = (standing: Standing, round: SeedRound) =>
    isInvited({ ...standing, submittedAt }, round).invited;
  const published = rounds.filter(({ date }) => date <= target);
  const earliest = addDays(target, -lookBack);
  const near = published.filter(({ date }) => date >= earliest);
  const chosen = near.filter((round) => invites(onTarget, round)).slice(0, 3);
  const round = chosen.length > 0 ? random.pick(chosen) : null;
  if (round) {
    const standing = standingOn(facts, round.date);
    if (standing.invitationClass !== null && invites(standing, round)) {
      return { standing, on: round.date, ...classOf(round, standing.invitationClass), roundId: round.id };
    }
  }
  // The publication ends before the day, or no round of the time fits: as the latest rounds of their kinds would.
  const latest = published.slice(0, 12).find((candidate) => invites(onTarget, candidate));
  if (!latest) return null;
  const { invitationClass } = onTarget;
  return { standing: onTarget, on: target, ...classOf(latest, invitationClass), roundId: null };
}

function classOf({ program }: SeedRound, general: Program): Pick<Invited, "invitationClass" | "category"> {
  const category = CATEGORIES.find((one) => one === program) ?? null;
  return { invitationClass: general, category };
}

/** Facts of somebody who was invited on or shortly before a day. Throws when nobody of the origin could be. */
export function makeInvited(random: Random, sketch: FileSketch, wish: InvitationWish): Invited {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const strength = Math.min(1, sketch.strength + 0.12 * attempt);
    const nominated = sketch.nominated || attempt >= TRIES_WITHOUT_NOMINATION;
    const facts = makeFacts(random, { ...sketch, strength, nominated, on: wish.target });
    const found = invitationFor(random, facts, wish);
    if (found) return { facts, ...found };
  }
  throw new Error(`nobody was invited around ${wish.target}: the generator and the rounds disagree`);
}
