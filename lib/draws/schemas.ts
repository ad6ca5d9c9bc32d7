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
import { ROUND_PROGRAMS } from "./rules";

const optionalInstant = () =>
  z.preprocess(
    (value) => (value === "" || value === undefined ? null : value),
    z.union([z.null(), utcInstant()]),
  );

export const recordRoundInput = z.object({
  number: optionalInteger("the round's number").pipe(
    z.number().int().positive({ error: "A round's number is 1 or more." }).nullable(),
  ),
  date: isoDate(),
  program: choice("who the round was for", ROUND_PROGRAMS),
  name: optionalText(120),
  invitations: integer("how many invitations IRCC issued").pipe(
    z
      .number()
      .positive({ error: "A round has at least one invitation." })
      .max(100_000, { error: "That is more than any round." }),
  ),
  lowestCrs: integer("the lowest score").pipe(
    z
      .number()
      .min(1, { error: "A CRS score is 1 to 1,200." })
      .max(1200, { error: "A CRS score is 1 to 1,200." }),
  ),
  /** Published to the second, in UTC. */
  tieBreakAt: optionalInstant(),
  source: requiredText("where this was published", 300),
});
