import { AppError } from "@/lib/errors/app-error";
import type { TestDatabase } from "./database";
import type { TestCase } from "./firm";

/** Facts as a form sends them: what a test does not say otherwise. */
export const sampleAddress = { country: "IN", city: "Pune", fromDate: "2018-01-01", toDate: "2022-05-31" };
export const sampleJob = {
  employer: "Halden Systems",
  title: "Software engineer",
  nocCode: "21231 Software engineers and designers",
  country: "CA",
  city: "Toronto",
  hoursPerWeek: "37.5",
  fromDate: "3 Jun 2024",
  toDate: "",
  paid: "on",
  authorized: "yes",
  duringFullTimeStudy: "no",
};
export const sampleTest = {
  kind: "celpip_general",
  takenOn: "2025-10-18",
  listening: 9,
  reading: 9,
  writing: 9,
  speaking: 9,
};
export const sampleCredential = {
  level: "bachelor_or_three_plus_year",
  institution: "York University",
  country: "CA",
  programMonths: 48,
  fromDate: "2020-09-07",
  awardedOn: "2024-04-26",
  fullTime: "on",
};
export const sampleSpouse = {
  role: "spouse",
  givenName: "Arjun",
  familyName: "Kulkarni",
  birthDate: "1994-02-01",
};

/** The file and the principal, as the input of a command that adds a fact names them. */
export function onPrincipal({ caseId, principalId }: TestCase): { caseId: string; personId: string } {
  return { caseId, personId: principalId };
}

/** What a command refused with; throws where it refused nothing, or broke. */
export async function refusalOf(work: Promise<unknown>): Promise<AppError> {
  const error: unknown = await work.then(
    () => new Error("nothing was refused"),
    (thrown: unknown) => thrown,
  );
  if (error instanceof AppError) return error;
  throw error;
}

/** The row of the case, as it is stored. */
export async function caseRowOf(database: TestDatabase, file: TestCase): Promise<Record<string, unknown>> {
  const { rows } = await database.owner.query<Record<string, unknown>>(
    "select * from case_file where id = $1",
    [file.caseId],
  );
  return rows[0] ?? {};
}
