import { describe, expect, it } from "vitest";
import { STAGE_LABELS } from "@/lib/cases/rules";
import type { CaseStage } from "@/lib/cases/types";
import { CASELOAD } from "./rules";

describe("the caseload", () => {
  it("counts each open stage in exactly one line, and no ended one", () => {
    const counted = CASELOAD.flatMap((line) => line.stages);
    const ended: CaseStage[] = ["LANDED", "REFUSED", "WITHDRAWN", "CLOSED"];
    expect(new Set(counted).size).toBe(counted.length);
    expect([...counted, ...ended].sort()).toEqual(Object.keys(STAGE_LABELS).sort());
  });
});
