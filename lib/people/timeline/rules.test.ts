import { describe, expect, test } from "vitest";
import type { Address, PersonFacts } from "@/lib/express-entry/facts";
import { abroad, canadian, credential, job, person } from "@/lib/express-entry/testing/case-facts";
import { countryName } from "@/lib/format/countries";
import { tenYears } from "./rules";

const ON = "2026-01-07";
const START = "2016-01-07";

const address = (from: string, to: string | null, over: Partial<Address> = {}): Address => ({
  ...{ id: from, country: "IN", city: "Pune", from, to },
  ...over,
});
const drawn = (facts: Partial<PersonFacts>) => {
  const drawing = tenYears(person({ birthDate: "1990-05-01", ...facts }), ON, countryName);
  if (drawing === null) throw new Error("nothing was drawn");
  return drawing;
};
const lane = (facts: Partial<PersonFacts>, kind: "address" | "work" | "study") => {
  const found = drawn(facts).lanes.find((one) => one.kind === kind);
  if (!found) throw new Error(kind);
  return found;
};
const findings = (facts: Partial<PersonFacts>, ...kinds: string[]) =>
  drawn(facts).findings.filter(({ kind }) => kinds.includes(kind));

describe("what stands where", () => {
  test("the line is ten years to the day, both ends included, or since 18", () => {
    expect(drawn({})).toMatchObject({ from: START, to: ON });
    expect(drawn({ birthDate: "2004-03-01" }).from).toBe("2022-03-01");
    expect(tenYears(person({ birthDate: "2010-01-01" }), ON, countryName)).toBeNull();
  });

  test("an entry over the whole time is the whole line; what lies outside is cut off or left out", () => {
    const { bars } = lane(
      { addresses: [address("1990-05-01", "2015-12-31"), address("2016-01-01", null)] },
      "address",
    );
    expect(bars).toMatchObject([{ id: "2016-01-01", left: 0, width: 100, row: 0 }]);
  });

  test("a day is a 3,654th of the line, and two entries that follow each other touch", () => {
    const [first, second] = lane(
      { addresses: [address("2010-01-01", START), address("2016-01-08", null)] },
      "address",
    ).bars;
    expect(first).toMatchObject({ left: 0, width: 0.03 });
    expect(second).toMatchObject({ left: 0.03, width: 99.97 });
  });

  test("jobs at the same time stand under one another, a later one takes the first free row", () => {
    const jobs = [
      abroad(1, { id: "a", from: "2016-01-07", to: "2018-01-31" }),
      abroad(1, { id: "b", from: "2017-01-01", to: "2019-01-31" }),
      abroad(1, { id: "c", from: "2018-02-01", to: null }),
    ];
    const { rows, bars } = lane({ jobs }, "work");
    expect(rows).toBe(2);
    expect(bars.map(({ id, row }) => [id, row])).toEqual([
      ["a", 0],
      ["b", 1],
      ["c", 0],
    ]);
  });

  test("studies stand in a lane of their own; those without a first day are not drawn", () => {
    const credentials = [credential({ id: "s", from: "2017-01-01", awardedOn: "2019-06-30" }), credential()];
    expect(lane({ credentials }, "study").bars.map(({ id }) => id)).toEqual(["s"]);
  });

  test("each first of January has its mark", () => {
    const { years } = drawn({});
    expect(years.map(({ year }) => year)).toEqual([
      2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026,
    ]);
    expect(years.at(-1)?.left).toBeCloseTo((3647 / 3654) * 100, 1);
  });
});

describe("what is missing", () => {
  const moved = [address("2010-01-01", "2020-05-30"), address("2020-07-01", null, { city: "Toronto" })];

  test("a gap has its days, its place and a mark", () => {
    expect(findings({ addresses: moved }, "no_address")).toMatchObject([
      { from: "2020-05-31", to: "2020-06-30", entries: [] },
    ]);
  });

  test("neither work nor study is one gap, whichever of them is missing", () => {
    const facts = {
      jobs: [abroad(1, { from: "2019-01-01", to: null })],
      credentials: [credential({ from: "2012-01-01", awardedOn: "2018-06-30" })],
    };
    expect(findings(facts, "no_activity")).toMatchObject([{ from: "2018-07-01", to: "2018-12-31" }]);
  });

  test("marks follow the order of the first days, whatever was found", () => {
    const jobs = [
      abroad(1, { from: "2010-01-01", to: "2020-06-10" }),
      abroad(1, { from: "2020-06-01", to: null }),
    ];
    expect(drawn({ addresses: moved, jobs }).findings.map(({ mark, kind }) => [mark, kind])).toEqual([
      [1, "no_address"],
      [2, "two_jobs"],
    ]);
  });
});

describe("what is there twice", () => {
  test("two addresses, but for the day of the move", () => {
    const two = (last: string) =>
      findings({ addresses: [address("2010-01-01", last), address("2020-07-01", null)] }, "two_addresses");
    expect(two("2020-06-30")).toEqual([]);
    expect(two("2020-07-01")).toEqual([]);
    expect(two("2020-07-02")).toMatchObject([{ from: "2020-07-01", to: "2020-07-02" }]);
  });

  test("two jobs, with the days of both and both names", () => {
    const jobs = [
      abroad(1, { id: "a", title: "Cook", from: "2019-01-01", to: null }),
      abroad(1, { id: "b", title: "Tutor", from: "2020-01-01", to: "2020-03-31" }),
    ];
    expect(findings({ jobs }, "two_jobs")).toMatchObject([
      {
        ...{ from: "2020-01-01", to: "2020-03-31" },
        entries: [
          { id: "a", label: "Cook" },
          { id: "b", label: "Tutor" },
        ],
      },
    ]);
  });

  test("work in Canada beside full-time study there; not beside part-time study, nor abroad", () => {
    const study = { from: "2022-09-01", awardedOn: "2024-04-30" };
    const during = (course: ReturnType<typeof canadian>, work = job({ from: "2024-01-01", to: null })) =>
      findings({ jobs: [work], credentials: [course] }, "work_during_study").map(({ from, to }) => [
        from,
        to,
      ]);
    expect(during(canadian(study))).toEqual([["2024-01-01", "2024-04-30"]]);
    expect(during(canadian({ ...study, fullTime: false }))).toEqual([]);
    expect(during(canadian(study), abroad(1, { from: "2024-01-01", to: null }))).toEqual([]);
  });

  test("before the ten years it is not spoken of", () => {
    const addresses = [address("2010-01-01", "2015-12-31"), address("2012-01-01", null)];
    expect(findings({ addresses }, "two_addresses")).toEqual([]);
  });
});
