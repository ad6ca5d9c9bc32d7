import { describe, expect, it } from "vitest";
import { planImport } from "./rules";
import { readRoundsFile } from "./read-rounds-file";
import type { FileRow, KnownRound, RoundFacts } from "./types";

const TODAY = "2026-11-23";

/** Round 390 as IRCC's feed has it. */
const PUBLISHED = {
  drawNumber: "390",
  drawNumberURL: "<a href='…'>390</a>",
  drawDate: "2026-01-07",
  drawDateFull: "January 7, 2026",
  drawName: "Canadian Experience Class",
  drawSize: "8,000",
  drawCRS: "511",
  drawText2: "Canadian Experience Class",
  drawDateTime: "January 07, 2026 at 15:20:33 UTC",
  drawCutOff: "June 10, 2025 at 15:59:25 UTC",
  drawDistributionAsOn: "January 4, 2026",
  ...{ dd1: "559", dd2: "21,013", dd3: "70,523", dd4: "12,873", dd5: "12,499", dd6: "15,435", dd7: "14,881" },
  ...{ dd8: "14,835", dd9: "65,120", dd10: "14,139", dd11: "14,285", dd12: "12,816", dd13: "12,442" },
  ...{ dd14: "11,438", dd15: "52,469", dd16: "18,745", dd17: "8,125", dd18: "236,554" },
};

const BANDS = Object.keys(PUBLISHED).filter((name) => /^dd\d/.test(name) && name !== "dd18");

function rowsOf(text: string): FileRow[] {
  const file = readRoundsFile(text, TODAY);
  if ("refused" in file) throw new Error(file.refused);
  return file.rows;
}

function published(changes: Readonly<Record<string, string>> = {}): FileRow {
  const [row] = rowsOf(JSON.stringify({ rounds: [{ ...PUBLISHED, ...changes }] }));
  if (!row) throw new Error("no row");
  return row;
}

function roundOf(row: FileRow | undefined): RoundFacts {
  if (!row || !("round" in row)) throw new Error(`faulty: ${JSON.stringify(row)}`);
  return row.round;
}

const faultsOf = (row: FileRow | undefined) =>
  row && "faults" in row ? row.faults.map(({ message }) => message) : [];

describe("IRCC's file of rounds", () => {
  it("is read as it was published: instants to the second in UTC, the pool by disjoint bands", () => {
    const round = roundOf(published());
    expect(round).toMatchObject({
      id: "390",
      date: "2026-01-07",
      program: "CEC",
      categoryBased: false,
      invitations: 8000,
      lowestCrs: 511,
      at: new Date("2026-01-07T15:20:33Z"),
      tieBreakAt: new Date("2025-06-10T15:59:25Z"),
      poolAsOf: "2026-01-04",
      poolTotal: 236_554,
    });
    expect(Object.values(round.pool ?? {}).reduce((sum, count) => sum + count, 0)).toBe(236_554);
  });

  it.each([
    ["French language proficiency (Version 1)", "french"],
    ["Healthcare and social services occupations (Version 2)", "healthcare"],
    ["Trades Occupations, 2026-Version 3", "trades"],
    ["Federal Skilled Trades", "FST"],
    ["Education occupations (Version 1)", "education"],
    ["No Program Specified", "general"],
    ["Physicians with Canadian work experience", "physicians"],
  ])("knows whom “%s” was for", (drawName, program) => {
    expect(roundOf(published({ drawName })).program).toBe(program);
  });

  it.each(["June 10th, 2025 at 15:59:25 UTC", "June 10 2025 at 15:59:25  UTC", "2025-06-10 15:59:25"])(
    "reads the tie-break however the feed spells it: %s",
    (drawCutOff) => {
      expect(roundOf(published({ drawCutOff })).tieBreakAt).toEqual(new Date("2025-06-10T15:59:25Z"));
    },
  );

  it("takes a round of the evening in Ottawa, which is the next day in UTC, with a tie-break of its own second", () => {
    const [drawDateTime, drawCutOff] = [
      "January 08, 2026 at 02:04:06 UTC",
      "January 08, 2026 at 02:04:06 UTC",
    ];
    const at = new Date("2026-01-08T02:04:06Z");
    expect(roundOf(published({ drawDateTime, drawCutOff }))).toMatchObject({ at, tieBreakAt: at });
    expect(roundOf(published({ drawDateTime: "", drawCutOff }))).toMatchObject({ at: null, tieBreakAt: at });
  });

  it("takes the zeros that IRCC puts for an unknown pool for nothing", () => {
    const zeros = Object.fromEntries(Array.from({ length: 18 }, (_, band) => [`dd${band + 1}`, "0"]));
    expect(roundOf(published(zeros))).toMatchObject({ pool: null, poolTotal: null, poolAsOf: null });
  });

  it.each([
    [{ drawDate: "2026-11-24" }, /in the future/],
    [{ drawDate: "2026-02-30" }, /“2026-02-30” is not the day/],
    [{ drawSize: "-5" }, /“-5”: A round has 1 to 100,000 invitations/],
    [{ drawSize: "many" }, /“many” is not the number of invitations/],
    [{ drawCRS: "1201" }, /“1201”: A CRS score is 1 to 1,200/],
    [{ drawCutOff: "yesterday evening" }, /“yesterday evening” is not a time in UTC/],
    [{ drawCutOff: "June 10, 2025 at 25:00:00 UTC" }, /is not a time in UTC/],
    [{ drawCutOff: "January 07, 2026 at 15:20:34 UTC" }, /cannot be after the round/],
    [{ drawDateTime: "", drawCutOff: "January 08, 2026 at 05:00:00 UTC" }, /cannot be after the round/],
    [{ drawDateTime: "January 17, 2026 at 15:20:33 UTC" }, /not on its day/],
    [{ dd5: "many" }, /a band of it, is not a number of candidates/],
    [{ dd18: "-236,554" }, /The size of the pool/],
    [{ drawName: "Ice hockey" }, /“Ice hockey” is no kind of round/],
    [{ drawNumber: "" }, /Missing: the round's number/],
  ])("names the fault in %j, and the other rows are read all the same", (changes, fault) => {
    const rows = rowsOf(JSON.stringify({ rounds: [{ ...PUBLISHED, ...changes }, PUBLISHED] }));
    expect(faultsOf(rows[0]).join(" ")).toMatch(fault);
    expect(roundOf(rows[1]).id).toBe("390");
  });

  it.each([
    ["", /empty/],
    ['{"rounds": [', /cut off/],
    ['{"draws": []}', /no list of rounds/],
    ["[]", /no round/],
    [" ".repeat(10) + "x".repeat(5 * 1024 * 1024 + 1), /larger than 5 MB/],
  ])("is refused as a whole where it cannot be read", (text, reason) => {
    const file = readRoundsFile(text, TODAY);
    expect("refused" in file ? file.refused : "read").toMatch(reason);
  });
});

describe("a CSV of rounds", () => {
  it("is read by its headings, with a byte-order mark, quotes and thousands", () => {
    const rows = rowsOf(
      '\uFEFFNumber,Program,Date,Invitations,"Lowest CRS",Tie-break\r\n390,CEC,2026-01-07,"8,000",511,2025-06-10T15:59:25Z\r\n',
    );
    expect(roundOf(rows[0])).toMatchObject({
      id: "390",
      program: "CEC",
      invitations: 8000,
      at: null,
      pool: null,
    });
  });

  it("names the line of a fault", () => {
    const [, row] = rowsOf(
      "number,program,date,invitations,crs\n390,CEC,2026-01-07,8000,511\n391,CEC,,1,500\n",
    );
    expect(row).toMatchObject({ place: "line 3", label: "Round 391" });
    expect(faultsOf(row)).toEqual(["Missing: the day of the round, such as 2026-01-07."]);
  });
});

describe("what an import would do", () => {
  const known = (round: RoundFacts): ReadonlyMap<string, KnownRound> =>
    new Map([[round.id, { ...round, name: round.name ?? "", version: 3 }]]);

  it("is nothing for what is recorded like this already", () => {
    const row = published();
    expect(planImport([row], known(roundOf(row)))).toEqual({ fresh: [], changed: [], same: 1, faulty: [] });
  });

  it("is a new round, or a correction that names the value before and after", () => {
    expect(planImport([published()], new Map()).fresh).toHaveLength(1);
    const plan = planImport([published({ drawSize: "8,001" })], known(roundOf(published())));
    expect(plan.changed).toMatchObject([
      { version: 3, changes: [{ field: "invitations", before: "8000", after: "8001" }] },
    ]);
  });

  it("never takes away what the file does not say", () => {
    const plan = planImport([published({ drawCutOff: "", drawText2: "" })], known(roundOf(published())));
    expect(plan).toMatchObject({ changed: [], same: 1 });
  });

  it("leaves the recorded name where a file says the kind of round alone", () => {
    const named = roundOf(published());
    const [row] = rowsOf("number,program,date,invitations,crs\n390,cec,2026-01-07,8000,511\n");
    expect(planImport(row ? [row] : [], known(named))).toMatchObject({ changed: [], same: 1 });
  });

  it("corrects a band of the pool, and takes the same bands in another order for the same pool", () => {
    const recorded = roundOf(published());
    const pool = Object.fromEntries(Object.entries(recorded.pool ?? {}).toReversed());
    expect(planImport([published()], known({ ...recorded, pool })).same).toBe(1);
    const plan = planImport([published({ dd2: "21,014" })], known(recorded));
    expect(plan.changed[0]?.changes).toEqual([
      { field: "pool", before: "501-600: 21013", after: "501-600: 21014" },
    ]);
  });

  it("keeps the bands of a pool that the file does not say", () => {
    const recorded = roundOf(published());
    const [row] = rowsOf(
      JSON.stringify([
        { ...PUBLISHED, ...Object.fromEntries(BANDS.map((band) => [band, ""])), dd2: "21,014" },
      ]),
    );
    const plan = planImport(row ? [row] : [], known(recorded));
    expect(plan.changed[0]?.round.pool).toEqual({ ...recorded.pool, "501-600": 21_014 });
  });

  it("tells a pool that was not recorded whole", () => {
    const plan = planImport([published()], known({ ...roundOf(published()), pool: null }));
    expect(plan.changed[0]?.changes).toMatchObject([
      {
        field: "pool",
        before: null,
        after: expect.stringMatching(/^601-1200: 559, 501-600: 21013, 491-500/),
      },
    ]);
  });

  it("refuses the second of two rows with one number and other values, and passes over a true copy", () => {
    const rows = rowsOf(
      JSON.stringify({ rounds: [PUBLISHED, { ...PUBLISHED, drawCRS: "512", drawSize: "8,001" }, PUBLISHED] }),
    );
    const plan = planImport(rows, new Map());
    expect([plan.fresh.length, plan.faulty.length]).toEqual([1, 1]);
    expect(plan.faulty[0]).toMatchObject({
      place: "entry 2",
      faults: [
        { message: expect.stringMatching(/in the file before, at entry 1.*: Invitations, Lowest CRS/) },
      ],
    });
  });
});
