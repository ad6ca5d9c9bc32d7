import { z } from "zod";
import {
  choice,
  integer,
  isoDate,
  optionalInteger,
  optionalText,
  requiredText,
  utcInstant,
} from "@/lib/command/fields";
import { ROUND_LIMITS, ROUND_PROGRAMS } from "./rules";

const optionalInstant = () =>
  z.preprocess(
    (value) => (value === undefined || (typeof value === "string" && value.trim() === "") ? null : value),
    utcInstant().nullable(),
  );

const limited = (what: string, { min, max, fault }: { min: number; max: number; fault: string }) =>
  integer(what).pipe(z.number().min(min, { error: fault }).max(max, { error: fault }));

const published = {
  date: isoDate(),
  /** Instant of the round, in UTC, where IRCC published one. */
  at: optionalInstant(),
  program: choice("who the round was for", ROUND_PROGRAMS),
  name: optionalText(120),
  invitations: limited("how many invitations IRCC issued", ROUND_LIMITS.invitations),
  lowestCrs: limited("the lowest score", ROUND_LIMITS.lowestCrs),
  /** Published to the second, in UTC. */
  tieBreakAt: optionalInstant(),
};

export const recordRoundInput = z.object({
  number: optionalInteger("the round's number").pipe(
    z.number().int().positive({ error: "A round's number is 1 or more." }).nullable(),
  ),
  ...published,
  source: requiredText("where this was published", 300),
});

export const correctRoundInput = z.object({
  id: z.string().min(1).max(40),
  version: integer("the version"),
  ...published,
  reason: requiredText("why it is corrected", 300),
});

export const importRoundsInput = z.object({
  text: z.string(),
  source: requiredText("where the file is from", 300),
  /** Numbers of rounds to leave as they are. */
  skip: z.array(z.string().max(40)).max(5_000).default([]),
  leaveFaulty: z.boolean().default(false),
});
