import { describe, expect, it } from "vitest";
import type { KeptUpload } from "./kept-uploads";
import { UploadRefused, type Sent } from "./transport";
import { UploadRun, type UploadState } from "./upload-run";

const SENT: Sent = { receivedAt: "2026-11-23T10:00:00Z", versionId: "7f3c22ab-0000-4000-8000-000000000000" };
const LOST = () => new UploadRefused("unreachable", null, 0);

const upload: KeptUpload = {
  ...{ key: "case/line", place: { caseId: "case", requirementId: "line" } },
  ...{ file: new Blob(["bytes"]), fileName: "passport.pdf" },
  ...{ uploadId: null, announcement: "first", keptAt: 0 },
};

/** A browser whose server answers as it is told: an id or a refusal to each announcement, so to each sending. */
function browserWith(answers: { announce?: (string | Error)[]; send?: (Sent | Error)[] }) {
  const { announce = ["id-1"], send = [SENT] } = answers;
  const kept = new Map<string, KeptUpload>();
  const seen = { states: [] as UploadState[], sentTo: [] as string[], announced: [] as string[] };
  const timers: { wait: number; work: () => void }[] = [];
  const next = <T>(list: (T | Error)[]): Promise<T> => {
    const answer = list.shift();
    if (answer === undefined) return new Promise(() => undefined);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const run = (one: KeptUpload = upload) =>
    new UploadRun(
      one,
      {
        announce: ({ announcement }) => {
          seen.announced.push(announcement);
          return next(announce);
        },
        send: (uploadId, _file, onProgress) => {
          seen.sentTo.push(uploadId);
          onProgress(3);
          return { done: next(send), stop: () => undefined };
        },
        keep: async (one) => void kept.set(one.key, one),
        drop: async (key) => void kept.delete(key),
        newAnnouncement: () => "second",
        later: (wait, work) => {
          const timer = { wait, work };
          timers.push(timer);
          return () => void timers.splice(timers.indexOf(timer), 1);
        },
        now: () => 0,
      },
      (state) => seen.states.push(state),
    );
  return { run, kept, seen, timers, steps: () => seen.states.map(({ step }) => step) };
}

describe("a file on its way", () => {
  it("is kept with its announcement until the server has said that it is safe", async () => {
    const browser = browserWith({ send: [] });
    void browser.run().start();
    await expect.poll(() => browser.seen.sentTo).toEqual(["id-1"]);
    expect(browser.kept.get("case/line")).toMatchObject({ uploadId: "id-1", fileName: "passport.pdf" });

    const safe = browserWith({});
    await safe.run().start();
    expect(safe.kept.size).toBe(0);
    expect(safe.seen.states.at(-1)).toEqual({
      ...{ step: "received", fileName: "passport.pdf", size: 5, receipt: "7F3C22AB" },
      at: new Date(SENT.receivedAt),
    });
  });

  it("waits longer after each broken line, and goes on to the same announcement", async () => {
    const browser = browserWith({ send: [LOST(), LOST(), SENT] });
    const run = browser.run();
    await run.start();
    expect(browser.steps()).toEqual(["sending", "sending", "waiting"]);
    expect(browser.timers.map(({ wait }) => wait)).toEqual([2000]);
    browser.timers[0]?.work();
    await expect.poll(() => browser.timers.map(({ wait }) => wait)).toEqual([4000]);
    run.wake();
    await expect.poll(() => browser.steps().at(-1)).toBe("received");
    expect(browser.seen.sentTo).toEqual(["id-1", "id-1", "id-1"]);
    expect(browser.seen.announced).toEqual(["first"]);
  });

  it("of a closed tab is sent to the announcement it had", async () => {
    const browser = browserWith({ announce: [] });
    await browser.run({ ...upload, uploadId: "from-before" }).start();
    expect(browser.seen.sentTo).toEqual(["from-before"]);
    expect(browser.steps().at(-1)).toBe("received");
  });

  it("whose announcement is gone is announced anew, once", async () => {
    const gone = () => new UploadRefused("NOT_FOUND", "There is nothing here.", 404);
    const browser = browserWith({ announce: ["id-2"], send: [gone(), SENT] });
    await browser.run({ ...upload, uploadId: "from-before" }).start();
    expect(browser.seen.sentTo).toEqual(["from-before", "id-2"]);
    expect(browser.seen.announced).toEqual(["second"]);

    const twice = browserWith({ announce: ["id-2"], send: [gone(), gone()] });
    await twice.run({ ...upload, uploadId: "from-before" }).start();
    expect(twice.seen.states.at(-1)).toMatchObject({ step: "failed", again: false });
    expect(twice.kept.size).toBe(0);
  });

  it("that is refused is not kept; one that only needs somebody to sign in is", async () => {
    const wrong = browserWith({ send: [new UploadRefused("content_mismatch", "It is not a PDF.", 415)] });
    await wrong.run().start();
    expect(wrong.seen.states.at(-1)).toMatchObject({
      step: "failed",
      again: false,
      sentence: "It is not a PDF.",
    });
    expect(wrong.kept.size).toBe(0);

    const signedOut = browserWith({ announce: [new UploadRefused("UNAUTHENTICATED", "Sign in.", 401)] });
    await signedOut.run().start();
    expect(signedOut.seen.states.at(-1)).toMatchObject({ step: "failed", again: true });
    expect(signedOut.timers).toEqual([]);
    expect(signedOut.kept.size).toBe(1);
  });

  it("asks somebody after ten broken lines", async () => {
    const browser = browserWith({ send: Array.from({ length: 11 }, LOST) });
    const run = browser.run();
    for (let time = 0; time < 11; time += 1) await run.start();
    expect(browser.seen.states.at(-1)).toMatchObject({ step: "failed", code: "unreachable", again: true });
    expect(browser.kept.size).toBe(1);
  });

  it("that is stopped is forgotten; one whose page is left is not, and says nothing more", async () => {
    const stopped = browserWith({ send: [LOST()] });
    const one = stopped.run();
    await one.start();
    await one.stop();
    expect(stopped.seen.states.at(-1)).toMatchObject({ step: "failed", code: "stopped", again: true });
    expect([stopped.kept.size, stopped.timers.length]).toEqual([0, 0]);

    const left = browserWith({ send: [LOST()] });
    const other = left.run();
    await other.start();
    const said = left.seen.states.length;
    other.leave();
    other.wake();
    expect([left.kept.size, left.timers.length, left.seen.states.length]).toEqual([1, 0, said]);
  });
});
