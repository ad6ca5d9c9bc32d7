import { describe, expect, it } from "vitest";
import type { Caller } from "@/lib/command/actor-context";
import { isStaffContext, type StaffContext } from "@/lib/command/actor-context";
import { getCaseDocuments } from "@/lib/documents/queries";
import { deliverDocument } from "@/lib/documents/delivery";
import type { StaffActor } from "@/lib/policy/actor";
import { testDatabase } from "@/lib/testing/database";
import { testFirm, type TestCase } from "@/lib/testing/firm";
import { samplePdf } from "@/lib/testing/sample-files";
import { testUploads } from "@/lib/testing/uploads";
import { getChecklist } from "../queries";
import { getReview } from "./queries";

const database = testDatabase();
const firm = testFirm(database);
const { addLine, reserve, put } = testUploads(database, firm);

function readAs<T>(caller: Caller<StaffActor>, query: (ctx: StaffContext) => Promise<T>): Promise<T> {
  return firm.read(caller, (ctx) => {
    if (!isStaffContext(ctx)) throw new Error("not staff");
    return query(ctx);
  });
}

async function received(file: TestCase, title: string): Promise<string> {
  const line = await addLine(file, "requested", title);
  const bytes = samplePdf();
  await put(
    file.client,
    await reserve(file.client, file, bytes, { requirementId: line, title: null }),
    bytes,
  );
  return line;
}

describe("the screens around one document", () => {
  it("say what is judged, who sent it and who has opened it", async () => {
    const file = await firm.addCase();
    const line = await received(file, "Passport");
    const review = await readAs(firm.consultant, (ctx) => getReview(ctx, line));
    expect(review).toMatchObject({ state: "received", versions: [{ number: 1, sentBy: "the client" }] });
    expect(review.points.length).toBeGreaterThan(2);
    expect(review.faults.length).toBeGreaterThan(1);

    const versionId = review.versions[0]!.id;
    await deliverDocument(firm.runtime, firm.consultant, { versionId, how: "view", range: null });
    const page = await readAs(firm.consultant, (ctx) => getCaseDocuments(ctx, file.number));
    expect(page.documents).toMatchObject([
      {
        title: "Passport",
        requirementId: line,
        versions: [{ uploadedBy: "Neha Kulkarni", openings: [{ by: "Priya Raman", how: "view" }] }],
      },
    ]);

    const checklist = await readAs(firm.consultant, (ctx) => getChecklist(ctx, file.number));
    expect(checklist.counts).toEqual({ all: 1, us: 1, client: 0, other: 0, accepted: 0 });
    expect(checklist.groups).toMatchObject([{ name: "Whole family", required: 1, accepted: 0 }]);
  });

  it("are 404 to a colleague; an administrator sees the list without the people, and reviews nothing", async () => {
    const file = await firm.addCase();
    const line = await received(file, "Passport");
    await expect(readAs(firm.otherConsultant, (ctx) => getReview(ctx, line))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(readAs(firm.administrator, (ctx) => getReview(ctx, line))).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const seen = await readAs(firm.administrator, (ctx) => getChecklist(ctx, file.number));
    expect(seen).toMatchObject({ police: null, people: [], allowed: { edit: false, review: false } });
    const documents = await readAs(firm.administrator, (ctx) => getCaseDocuments(ctx, file.number));
    expect(documents.allowed).toEqual({ open: false, upload: false, review: false });
  });
});
