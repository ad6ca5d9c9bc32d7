import { describe, expect, test } from "vitest";
import { readPdf } from "@/lib/testing/pdf-text";
import { renderReport } from "./render";
import type { AssessmentReport, Block } from "./types";

function report(overrides: Partial<AssessmentReport> = {}): AssessmentReport {
  return {
    letterhead: { firmName: "New Jain Immigration Services", lines: ["1200 Bay Street", "+1 416 555 0142"] },
    title: "Express Entry assessment",
    clientName: "Neha Kulkarni",
    particulars: [{ term: "File", value: "26-0048" }],
    blocks: [],
    foot: "Not a guarantee of any outcome.",
    printedAt: new Date("2026-11-23T15:00:00Z"),
    ...overrides,
  };
}

const longTable: Block = {
  kind: "table",
  caption: "Many lines",
  columns: [
    { label: "Criterion", share: 3 },
    { label: "Points", share: 1, align: "right" },
  ],
  lines: Array.from({ length: 90 }, (_, index) => ({
    cells: [`Line ${index + 1} of ninety`, String(index)],
    verdict: "met",
  })),
};

describe("the paper", () => {
  test.each([
    "Minh Anh Trần",
    "Łukasz Żółkiewski",
    "Nguyễn Thị Hồng Ánh",
    "Дмитрий Щукин",
    "Ελένη Παπαδοπούλου",
    "Ştefan Çağlayan",
    "Björk Guðmundsdóttir",
  ])("spells %s as they do, in the text and in the title", async (clientName) => {
    const { text, title } = await readPdf(await renderReport(report({ clientName })));
    expect(text.normalize("NFC")).toContain(clientName);
    expect(title).toBe(`Express Entry assessment, ${clientName}`);
  });

  test("numbers its pages, and says a table’s head again on each", async () => {
    const { pages } = await readPdf(await renderReport(report({ blocks: [longTable] })));
    expect(pages.length).toBeGreaterThan(1);
    pages.forEach((page, index) => {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      expect(page).toContain("Criterion Points");
    });
    const read = pages.join(" ");
    for (let line = 1; line <= 90; line += 1) expect(read).toContain(`Line ${line} of ninety ${line - 1}`);
  });

  test("leaves no heading alone at the foot of a page", async () => {
    for (const before of [22, 24, 25, 26, 27]) {
      const blocks: Block[] = [
        ...Array.from({ length: before }, (): Block => ({ kind: "paragraph", text: "A line of the paper." })),
        { kind: "heading", text: "Programs" },
        { kind: "table", caption: "Rows", columns: longTable.columns, lines: longTable.lines.slice(0, 3) },
      ];
      const { pages } = await readPdf(await renderReport(report({ blocks })));
      const page = pages.find((words) => words.includes("Programs"));
      expect(page).toContain("Line 1 of ninety");
    }
  });

  test("draws a score and a forecast, with words for who cannot see them", async () => {
    const { text, roles } = await readPdf(
      await renderReport(
        report({
          blocks: [
            {
              kind: "score",
              total: 482,
              label: "CRS on 7 Jan 2026",
              parts: [{ label: "Age", points: 105, tone: "core" }],
              cutOff: { score: 518, label: "518, last recorded CEC round, 29 Sep 2025" },
            },
            {
              kind: "chart",
              data: {
                from: "2026-01-07",
                to: "2028-01-07",
                steps: [
                  { from: "2026-01-07", to: "2026-09-30", score: 482, standing: "eligible" },
                  { from: "2026-10-01", to: "2028-01-07", score: 476, standing: "not_eligible" },
                ],
                marks: [{ on: "2026-10-01", number: 1, score: 476 }],
                cutOffs: [{ label: "CEC 518, 29 Sep 2025", score: 518 }],
                description: "A birthday takes 6.",
              },
            },
          ],
        }),
      ),
    );
    expect(text).toContain("482 CRS on 7 Jan 2026");
    expect(text).toContain("CEC 518, 29 Sep 2025");
    expect(roles).toContain("Figure");
  });

  test("says the same for the same report, and when it was made", async () => {
    const [one, other] = [await renderReport(report()), await renderReport(report())];
    expect((await readPdf(one)).text).toBe((await readPdf(other)).text);
    expect(one.toString("latin1")).toContain("D:20261123150000Z");
  });
});
