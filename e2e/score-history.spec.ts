import { newId } from "@/lib/ids/id";
import { addCase } from "./fixtures/cases";
import { addPerson } from "./fixtures/people";
import { expect, test } from "./fixtures/test";
import { saveFact } from "./steps/facts";

test("the assessment says how its score came about: each change with its day, its reason and its rules", async ({
  database,
  pageOf,
}) => {
  const owner = await addPerson(database, { name: "Hugo Historian", role: "consultant" });
  const { caseId, clientId, principalId, number } = await addCase(database, {
    owner,
    name: ["Ida", "Verlauf"],
  });
  const jobId = newId();
  await database.rows("update case_file set stage = 'ASSESSMENT', crs_score = null where id = $1", [caseId]);
  await database.rows(
    `insert into job (id, case_id, client_id, person_id, employer, title, noc_code, country, hours_per_week, from_date,
       authorized, during_full_time_study)
     values ($1, $2, $3, $4, 'Halden Systems', 'Software engineer', '21231', 'CA', 37.5, current_date - 900, true, false)`,
    [jobId, caseId, clientId, principalId],
  );
  const page = await pageOf(owner);
  const scored = () =>
    database.row<{ score: number }>("select crs_score as score from case_file where id = $1", [caseId]);
  const enterHours = async (hours: string) => {
    await page.goto(`/cases/${number}/assessment?edit=job.${jobId}`);
    const panel = page.getByRole("region", { name: "Change this job", exact: true });
    await panel.getByLabel("Hours a week", { exact: true }).fill(hours);
    await saveFact(page, "Change this job");
  };

  // Two years of work, then so few hours that no year is left.
  await enterHours("36");
  const before = (await scored()).score;
  await enterHours("8");
  const after = (await scored()).score;
  expect(after).toBeLessThan(before);

  await page.goto(`/cases/${number}/assessment`);
  const history = page.getByRole("region", { name: "How the score came about" });
  const rows = history.getByRole("table").locator("tbody").getByRole("row");
  await expect(rows.first()).toContainText(String(after));
  await expect(rows.first()).toContainText(`−${before - after}`);
  await expect(rows.first()).toContainText("A fact was changed");
  await expect(rows.first()).toContainText(/CRS-\d{4}-\d{2}-\d{2}/);
  await expect(rows.last()).toContainText(String(before));
  await expect(rows.last()).toContainText("first score");
});
