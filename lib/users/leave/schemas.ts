import { z } from "zod";
import { isoDate, optionalText, rowIdField, versionField } from "@/lib/command/fields";

/** Leaves are entered for two years at most. */
const MOST_DAYS = 730;
const DAY_MS = 86_400_000;

const span = {
  fromOn: isoDate(),
  /** The last day away. */
  toOn: isoDate(),
  coverUserId: z.preprocess((value) => (value === "" ? null : (value ?? null)), rowIdField().nullable()),
  note: optionalText(200),
};

interface Days {
  fromOn: string;
  toOn: string;
}

const inOrder = ({ fromOn, toOn }: Days) => fromOn <= toOn;
const shortEnough = ({ fromOn, toOn }: Days) => Date.parse(toOn) - Date.parse(fromOn) <= MOST_DAYS * DAY_MS;

export const recordLeaveInput = z
  .object({ userId: rowIdField(), ...span })
  .refine(inOrder, { path: ["toOn"], error: "The last day is before the first." })
  .refine(shortEnough, { path: ["toOn"], error: "Enter two years at most." });

const chosenLeave = { leaveId: rowIdField(), version: versionField() };

export const changeLeaveInput = z
  .object({ ...chosenLeave, ...span })
  .refine(inOrder, { path: ["toOn"], error: "The last day is before the first." })
  .refine(shortEnough, { path: ["toOn"], error: "Enter two years at most." });

export const removeLeaveInput = z.object(chosenLeave);
