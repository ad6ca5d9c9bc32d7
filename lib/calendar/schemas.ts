import { z } from "zod";
import { checkbox, choice, rowIdField } from "@/lib/command/fields";

export const makeFeedInput = z.object({
  scope: choice("which cases", ["own", "all"]),
  withNames: checkbox(),
});

export const revokeFeedInput = z.object({ feedId: rowIdField() });
