import { categoriesOn, CATEGORIES } from "@/lib/express-entry/draws/categories";
import {
  isInvited,
  type PoolProfile,
  type Round,
  type RoundProgram,
} from "@/lib/express-entry/draws/invited";
import { assessCrs } from "@/lib/express-entry/crs/assess";
import type { Program } from "@/lib/express-entry/eligibility/criterion";
import { assessEligibility } from "@/lib/express-entry/eligibility/assess";
import type { CaseFacts } from "@/lib/express-entry/facts";
import { addDays, type IsoDate } from "@/lib/express-entry/timing/calendar-date";
import { makeFacts, type FileSketch } from "./family";
import type { Life } from "./people";
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

/** Rounds in which the kinds of lives have their chance; a nominee's are PNP's alone. */
const CHANCES: Readonly<Record<Life, readonly RoundProgram[]>> = {
  student_worker: ["CEC", "general"],
  abroad: ["general", "FSW", "education"],
  francophone: ["french", "CEC", "general"],
  trades: ["trades", "CEC", "general"],
  health: ["healthcare", "CEC", "general"],
};
const NOMINEES: readonly RoundProgram[] = ["PNP"];

const TRIES = 12;
/** After so many tries a nomination is what gets the person invited. */
const TRIES_WITHOUT_NOMINATION = 3;

const TRIES_WITH_OWN_LIFE = 5;

/** A round near the wanted day, or the latest of its kind as a measure where none was published then. */
function chooseRound(
  random: Random,
  programs: readonly RoundProgram[],
  { target, lookBack, rounds }: InvitationWish,
) {
  const earliest = addDays(target, -lookBack);
  const published = rounds.filter(({ date, program }) => date <= target && programs.includes(program));
  const near = published.filter(({ date }) => date >= earliest);
  if (near.length > 0) return { round: random.pick(near), isPublished: true };
  const recent = published.slice(0, 3).filter(({ date }) => date >= addDays(target, -RECENT_DAYS));
  return recent.length > 0 ? { round: random.pick(recent), isPublished: false } : null;
}

/** An older round is no measure any more, unless the publication itself has ended. */
const RECENT_DAYS = 200;

/** Facts of somebody who was invited on or shortly before a day. Throws when nobody of the origin could be. */
export function makeInvited(random: Random, sketch: FileSketch, wish: InvitationWish): Invited {
  // Submitted before every tie-break: those at the cut-off are in.
  const submittedAt = new Date(0);
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const unaided = sketch.nominated ? null : chooseRound(random, CHANCES[sketch.life], wish);
    const nominated = unaided === null || attempt >= TRIES_WITHOUT_NOMINATION;
    const chosen = nominated ? nomineesRound(random, wish) : unaided;
    const on = chosen.isPublished ? chosen.round.date : wish.target;
    const strength = Math.min(1, sketch.strength + 0.12 * attempt);
    // Funds of years whose amounts are not in the rules' tables decide nothing: then it is somebody who needs none.
    const life = attempt >= TRIES_WITH_OWN_LIFE ? "student_worker" : sketch.life;
    const facts = makeFacts(random, { ...sketch, life, strength, nominated, on });
    const standing = standingOn(facts, on);
    const { invitationClass } = standing;
    if (invitationClass === null || !isInvited({ ...standing, submittedAt }, chosen.round).invited) continue;
    const category = CATEGORIES.find((one) => one === chosen.round.program) ?? null;
    return {
      facts,
      standing,
      on,
      invitationClass,
      category,
      roundId: chosen.isPublished ? chosen.round.id : null,
    };
  }
  throw new Error(`nobody was invited around ${wish.target}: the generator and the rounds disagree`);
}

function nomineesRound(random: Random, wish: InvitationWish) {
  const near = chooseRound(random, NOMINEES, wish);
  if (near) return near;
  const latest = wish.rounds.find(({ date, program }) => date <= wish.target && program === "PNP");
  if (!latest) throw new Error("no round of nominees is in the database: load the reference data first");
  return { round: latest, isPublished: false };
}
