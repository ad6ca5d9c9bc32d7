import { dutiesAt, dutyDueOn, DUTY_LABELS, dutyRule } from "@/lib/closing/rules";
import type { Ending } from "@/lib/closing/types";
import { addDays, minDate } from "@/lib/express-entry/timing/calendar-date";
import { log, type CaseDraft } from "./case-context";
import type { StageEntry } from "./journey";
import { addDeadline } from "./pool-rows";
import { at } from "./processing-rows";

/** What the firm owes since the work ended: the first of it is done, and all of it where the month is over. */
export function addClosing(draft: CaseDraft, ending: Ending, end: StageEntry): void {
  const { random, order, ids, rows, setting } = draft;
  for (const [index, kind] of dutiesAt(ending).entries()) {
    const id = random.id();
    const dueOn = dutyDueOn(kind, end.on);
    const doneOn = minDate(addDays(end.on, 1), setting.today);
    const isDone = index === 0 || addDays(end.on, 8) < setting.today;
    rows.closing_duty.push({
      ...{ id, ...ids, kind, fromOn: end.on, dueOn, createdAt: end.at, state: isDone ? "done" : "open" },
      ...{ settledOn: isDone ? doneOn : null, settledBy: isDone ? order.owner.id : null },
    });
    addDeadline(draft, {
      ...{ clock: "closing", title: DUTY_LABELS[kind], sourceKind: "closing_duty", sourceId: id },
      ...{ startDate: end.on, dueOn, rule: dutyRule(kind), createdAt: end.at },
      ...{ state: isDone ? "met" : "open", closedAt: isDone ? at(doneOn) : null },
    });
  }
  log(draft, end.at, "closing.begun", { kind: "case", id: ids.caseId }, { ending, from: end.on });
}
