/** Who needs a certificate of which country, issued how late; who needs none, and why (issue 5, point 2). */
import { describe, expect, it } from "vitest";
import { requiredDocuments } from "@/lib/express-entry/documents/requirements";
import type { Address, CaseFacts, PersonFacts } from "@/lib/express-entry/facts";
import { shippedTables } from "@/lib/express-entry/rule-tables";
import { couple, person } from "@/lib/express-entry/testing/case-facts";
import { historiesOf } from "./groups";
import { policeMatrix } from "./police-matrix";
import type { DerivedChecklist } from "./types";

const PLANNED = "2026-12-08";

const lived = (country: string, from: string, to: string | null): Address => ({
  ...{ id: `${country}${from}`, country, city: null, from, to },
});

function derive(facts: CaseFacts): DerivedChecklist {
  const context = {
    ...({
      on: "2026-11-23",
      plannedSubmission: PLANNED,
      invitationClass: "CEC",
      hasRepresentative: true,
    } as const),
    tables: shippedTables,
  };
  const documents = requiredDocuments(facts, context, (code) => code);
  return { documents, facts, plannedOn: PLANNED, invitationClass: "CEC", tables: shippedTables };
}

function matrixOf(facts: CaseFacts) {
  const derived = derive(facts);
  const lines = derived.documents.map(({ key, kind, personId, subject, leadDays }) => ({
    ...{ id: key, kind, personId, subject, leadDays },
    ...{ state: "requested" as const, noLongerNeeded: false },
  }));
  const measured = new Map([["IN", { days: 7, files: 41 }]]);
  return policeMatrix(derived, lines, {
    measured,
    countryName: (code) => code,
    describe: ({ id }) => ({ name: id, detail: "" }),
  });
}

const neha = {
  id: "neha",
  birthDate: "1995-03-12",
  addresses: [
    lived("IN", "1995-03-12", "2016-12-31"),
    lived("GB", "2017-01-01", "2017-06-12"),
    lived("IN", "2017-06-13", "2018-08-31"),
    lived("AE", "2018-09-01", "2022-07-31"),
    lived("CA", "2022-08-01", null),
  ],
};
const aditya = { id: "aditya", birthDate: "1984-01-01", addresses: [lived("AE", "2018-09-01", null)] };
const tara = person({
  ...{ id: "tara", role: "child", birthDate: "2007-05-01", accompanying: false },
  addresses: [lived("IN", "2007-05-01", "2023-09-03"), lived("GB", "2023-09-04", null)],
});

const family = (spouse: Partial<PersonFacts> = aditya, child: PersonFacts = tara): CaseFacts => {
  const facts = couple(neha, spouse);
  return { ...facts, people: [...facts.people, child] };
};

const cell = (facts: CaseFacts, who: string, country: string) => {
  const matrix = matrixOf(facts);
  const row = matrix?.rows.find(({ personId }) => personId === who);
  const column = matrix?.countries.findIndex(({ code }) => code === country) ?? -1;
  return row?.cells[column];
};

describe("a cell", () => {
  it("of an earlier country says when they lived there, and that it is issued after the stay", () => {
    expect(cell(family(), "neha", "AE")).toMatchObject({
      ...{ state: "requested", note: "1 Sep 2018 – 31 Jul 2022", issued: "Issued after 31 Jul 2022" },
    });
  });

  it("of the country of today says from when on it may be issued for the planned day", () => {
    expect(cell(family(), "aditya", "AE")).toMatchObject({
      ...{ note: "Lives there since 1 Sep 2018", issued: "Issued from 8 Jun 2026 on" },
    });
  });

  it("of a stay that was too short says how long it was", () => {
    expect(cell(family(), "neha", "GB")).toMatchObject({
      ...{ state: null, note: "5 months 12 days in 2017, under six in a row", issued: "" },
    });
  });

  it("says who left before 18, and who never lived there", () => {
    expect(cell(family(), "tara", "IN")).toMatchObject({ state: null, note: "Left at 16" });
    expect(cell(family(), "tara", "AE")).toMatchObject({ state: null, note: "Never lived there" });
  });

  it("is there for an adult who does not come along, and for no citizen of Canada", () => {
    expect(cell(family(), "tara", "GB")).toMatchObject({ state: "requested" });
    expect(cell(family({ ...aditya, statusInCanada: "citizen" }), "aditya", "AE")).toMatchObject({
      ...{ state: null, note: "Citizen or permanent resident of Canada" },
    });
  });
});

describe("the matrix", () => {
  it("has every country that somebody needs, with the days it is planned with and those it took, and never Canada", () => {
    const matrix = matrixOf(family());
    expect(matrix?.countries.map(({ code, leadDays, measured }) => [code, leadDays, measured])).toEqual([
      ["IN", 45, { days: 7, files: 41 }],
      ["AE", 45, null],
      ["GB", 45, null],
    ]);
    expect(matrix?.rows.map(({ canada }) => canada)).toEqual([
      ...["Never asked", "Never lived there", "Never lived there"],
    ]);
    expect(matrix).toMatchObject({ since: "2016-12-08", accepted: 0, total: 4 });
  });

  it("names a country that needs IRCC's request letter", () => {
    const facts = couple(
      { ...neha, addresses: [lived("SG", "2010-01-01", null)] },
      { countryOfResidence: "CA" },
    );
    expect(matrixOf(facts)?.countries).toMatchObject([
      { code: "SG", requestLetter: true, authority: expect.stringContaining("request letter") as unknown },
    ]);
  });

  it("is not there where nobody needs one", () => {
    const facts = couple(
      { ...neha, addresses: [lived("CA", "2010-01-01", null)] },
      { addresses: [lived("CA", "2010-01-01", null)] },
    );
    expect(matrixOf(facts)).toBeNull();
  });
});

describe("the same pass over the ten years", () => {
  it("finds the gaps and overlaps of every adult, coming along or not", () => {
    const addresses = [lived("IN", "2007-05-01", "2025-06-30"), lived("GB", "2025-08-01", null)];
    const overlapping = [lived("AE", "2018-09-01", null), lived("IN", "2024-01-01", "2024-03-31")];
    const found = historiesOf(
      derive(family({ ...aditya, addresses: overlapping }, { ...tara, addresses })),
      (code) => code,
    );
    const ofAddresses = found.map(({ personId, findings }) => [
      personId,
      findings.filter(({ kind }) => kind.includes("address")).map(({ kind, from, to }) => [kind, from, to]),
    ]);
    expect(ofAddresses).toEqual([
      ["neha", []],
      [
        "aditya",
        [
          ["no_address", "2016-12-08", "2018-08-31"],
          ["two_addresses", "2024-01-01", "2024-03-31"],
        ],
      ],
      ["tara", [["no_address", "2025-07-01", "2025-07-31"]]],
    ]);
  });
});
