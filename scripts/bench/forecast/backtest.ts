/**
 * The back-test of the window forecast: synthetic firms whose true durations are known, the product's own forecast on
 * several days of each window with only what was known then, and what truly came. Pure and seeded.
 */
import { durationsOf, stepsOf } from "@/lib/deadlines/forecast/durations";
import type { TimedItem } from "@/lib/deadlines/forecast/types";
import type { judgeWindow } from "@/lib/deadlines/forecast/verdict";
import { TARGET_DAY } from "@/lib/express-entry/timing/invitation-window";
import type { Said } from "./calibration";
import { drawsOf, firmOf, SHIPPED, type Scenario } from "./firms";
import { closedBy, dateOf, openOn, play, type PlayedWindow } from "./windows";

/** Days into a window on which it is judged. */
const AS_OF = [1, 8, 15, 22, 29, 36, 43, 50];
const LAST_DAY = 60;
/** Days between two past windows. */
const APART = 8;

export interface Prediction extends Said {
  /** By day 50, or by day 60. */
  by: number;
  asOf: number;
}

/** The product's forecast; a test puts a broken one in its place. */
export type Judge = typeof judgeWindow;

export interface Size {
  firms: number;
  /** Judged windows of each. */
  windows: number;
  seed: number;
}

/** What the test holds the forecast to, and what the figures of docs/forecast.md are of. */
export const SIZE: Size = { firms: 10, windows: 40, seed: 6 };

type Durations = ReturnType<typeof durationsOf>;

/** Every chance that was stated of one window, each with what came. */
function predictionsOf(window: PlayedWindow, own: Durations, judge: Judge): Prediction[] {
  const { id, issueDay, items, completeAt } = window;
  const completeOn = Math.floor(completeAt) - issueDay;
  return AS_OF.flatMap((asOf): Prediction[] => {
    const today = issueDay + asOf;
    const open = openOn(window, today);
    if (open.length === 0) return [];
    const { forecast } = judge(
      {
        ...{ caseId: id, issueDate: dateOf(issueDay), deadlineDate: dateOf(issueDay + LAST_DAY) },
        ...{ earlierStop: null, stage: "APPLICATION_PREPARATION", required: items.length },
      },
      open.map((item): TimedItem => ({
        ...item,
        durations: stepsOf(item, own, SHIPPED),
        plannedStart: null,
      })),
      dateOf(today),
    );
    if (forecast === null) return [];
    const byLastDay = { asOf, by: LAST_DAY, chance: forecast.byLastDay, came: completeOn <= LAST_DAY };
    const byTarget = { asOf, by: TARGET_DAY, chance: forecast.byTarget, came: completeOn <= TARGET_DAY };
    // On day 50 itself the question of day 50 is answered.
    return asOf < TARGET_DAY ? [byTarget, byLastDay] : [byLastDay];
  });
}

function backtestFirm(scenario: Scenario, windows: number, seed: number, judge: Judge): Prediction[] {
  const draws = drawsOf(seed);
  const firm = firmOf(scenario, draws);
  const started = scenario.pastWindows * APART;
  const playOn = (day: number) => play(firm, scenario, `${seed}-${day}`, day, draws);
  const past = Array.from({ length: scenario.pastWindows }, (_, index) => playOn(index * APART));
  // What the firm had closed when the first judged window began: nothing of what came later.
  const own = durationsOf(closedBy(past, started));
  return Array.from({ length: windows }, (_, index) => playOn(started + index)).flatMap((window) =>
    predictionsOf(window, own, judge),
  );
}

/** Every chance that the forecast stated of a scenario's windows, each with what came. The same for the same seed. */
export function backtest(scenario: Scenario, { firms, windows, seed }: Size, judge: Judge): Prediction[] {
  return Array.from({ length: firms }, (_, firm) =>
    backtestFirm(scenario, windows, seed + firm, judge),
  ).flat();
}
