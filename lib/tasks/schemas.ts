import { z } from "zod";
import {
  choice,
  isoDate,
  optionalDate,
  optionalText,
  requiredText,
  rowIdField,
  versionField,
} from "@/lib/command/fields";
import { REPEATS } from "./rules";

const blankToNull = (value: unknown) => (value === undefined || value === "" ? null : value);

/** A row that may be left out: an empty choice is null. */
const optionalRowId = () => z.preprocess(blankToNull, rowIdField().nullable());

const words = {
  title: requiredText("what has to be done"),
  note: optionalText(),
  dueOn: optionalDate(),
  repeat: z.preprocess((value) => blankToNull(value) ?? "none", choice("how often", REPEATS)),
  repeatUntil: optionalDate(),
};

export const addTaskInput = z.object({
  ...words,
  caseId: rowIdField(),
  requirementId: optionalRowId(),
  deadlineId: optionalRowId(),
  /** Empty: whoever owns the case. */
  assigneeId: optionalRowId(),
});

const seenTask = { taskId: rowIdField(), version: versionField() };

export const editTaskInput = z.object({ ...seenTask, ...words });

export const assignTaskInput = z.object({ ...seenTask, assigneeId: rowIdField() });

export const completeTaskInput = z.object(seenTask);

export const dropTaskInput = z.object({ ...seenTask, reason: requiredText("the reason", 300) });

export const reopenTaskInput = z.object(seenTask);

export const snoozeThingInput = z.object({
  /** Of the queue: `review-<id>`. */
  key: requiredText("the thing"),
  until: isoDate(),
  reason: requiredText("the reason", 300),
});

export const unsnoozeThingInput = z.object({ snoozeId: rowIdField() });
