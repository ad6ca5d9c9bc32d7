import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ActionResult } from "@/lib/command/action-result";
import { Autosave, contentsOf, type Saved, type SaveView } from "./autosave";

type Answer = ActionResult<Saved>;

const ok = (version: number, savedAt = "09:41"): Answer => ({ ok: true, data: { version, savedAt } });
const refused = (fieldErrors: Record<string, string>, current?: Record<string, unknown>): Answer => ({
  ok: false,
  code: current ? "CONFLICT" : "INVALID",
  message: current ? "Somebody changed this." : "One answer needs another look.",
  fieldErrors,
  ...(current ? { current } : {}),
});

/** A form of two fields whose answers are given by hand. */
function form(
  fields: Record<string, string>,
  options: { enabled?: boolean; typedNames?: string[]; said?: Record<string, string> } = {},
) {
  const sent: Record<string, string>[] = [];
  const waiting: ((answer: Answer) => void)[] = [];
  const done: (Saved | null)[] = [];
  const said = options.said ?? { ...fields };
  let view: SaveView | null = null;
  let kept: string[] = [];
  const autosave = new Autosave<Saved>(
    {
      said: () => said,
      texts: () => ({ ...fields }),
      textOf: (_name, value) => (typeof value === "string" ? value : ""),
      read: () => {
        const data = new FormData();
        for (const [name, value] of Object.entries(fields)) data.set(name, value);
        return data;
      },
      show: (name, value) => void (fields[name] = String(value)),
      put: (data, name, value) => data.set(name, String(value)),
      send: (data) => {
        sent.push(
          Object.fromEntries(
            [...data].map(([name, value]) => [name, typeof value === "string" ? value : ""]),
          ),
        );
        return new Promise((resolve) => waiting.push(resolve));
      },
      render: (next) => void (view = next),
      keep: (names) => void (kept = [...names]),
      forget: () => void (kept = []),
      saved: () => undefined,
      done: (data) => void done.push(data),
    },
    {
      enabled: options.enabled ?? true,
      version: options.enabled === false ? null : 1,
      typedNames: options.typedNames ?? [],
    },
  );
  return {
    autosave,
    sent,
    done,
    view: (): SaveView | null => view,
    kept: () => kept,
    type: (name: string, value: string) => {
      fields[name] = value;
      autosave.typed(name);
    },
    answer: async (answer: Answer) => {
      waiting.shift()?.(answer);
      await Promise.resolve();
      await Promise.resolve();
      await Promise.resolve();
    },
    fields,
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

describe("a form that saves as one goes", () => {
  it("saves a while after its field was left, once, with its version", async () => {
    const { autosave, type, sent, answer, view, kept } = form({ a: "1", b: "2" });
    type("a", "10");
    expect(kept()).toEqual(["a"]);
    autosave.left();
    autosave.left();
    expect(sent).toEqual([]);
    vi.runAllTimers();
    expect(sent).toEqual([{ a: "10", b: "2", version: "1" }]);
    expect(view()?.state).toEqual({ kind: "saving" });
    await answer(ok(2));
    expect(view()).toMatchObject({ state: { kind: "saved", at: "09:41" }, version: 2 });
    expect(kept()).toEqual([]);
    type("b", "3");
    await Promise.all([autosave.save(), answer(ok(3))]);
    expect(sent[1]).toMatchObject({ b: "3", version: "2" });
  });

  it("sends nothing where nothing was typed, and Save only closes then", async () => {
    const { autosave, sent, done } = form({ a: "1" });
    autosave.left();
    vi.runAllTimers();
    await autosave.press();
    expect(sent).toEqual([]);
    expect(done).toEqual([null]);
  });

  it("sends what was typed before the page was alive when Save is pressed", async () => {
    const { autosave, sent, answer } = form({ a: "typed early" }, { said: { a: "1" } });
    void autosave.press();
    expect(sent).toEqual([{ a: "typed early", version: "1" }]);
    await answer(ok(2));
  });

  it("has one save under way, and what was typed meanwhile follows", async () => {
    const { autosave, type, sent, answer } = form({ a: "1" });
    type("a", "2");
    void autosave.save();
    type("a", "3");
    void autosave.save();
    expect(sent).toHaveLength(1);
    await answer(ok(2));
    expect(sent[1]).toEqual({ a: "3", version: "2" });
  });

  it("answers a press during a save when that save is done, and not before", async () => {
    const { autosave, type, sent, answer, done } = form({ a: "1" });
    type("a", "2");
    void autosave.save();
    void autosave.press();
    expect(done).toEqual([]);
    await answer(ok(2));
    expect(sent).toHaveLength(1);
    expect(done).toEqual([{ version: 2, savedAt: "09:41" }]);
  });

  it("says in passing only what concerns the fields that were typed in, and takes no focus", async () => {
    const { autosave, type, answer, view, fields } = form({ number: "", country: "" });
    type("number", "P1");
    void autosave.save();
    await answer(refused({ country: "Which country?" }));
    expect(view()).toMatchObject({ state: { kind: "refused", reason: "Which country?" }, refusals: 0 });
    expect(view()?.refusal?.fieldErrors).toEqual({});
    expect(fields.number).toBe("P1");
    void autosave.press();
    await answer(refused({ country: "Which country?" }));
    expect(view()).toMatchObject({ refusals: 1, refusal: { fieldErrors: { country: "Which country?" } } });
  });

  it("may be left by a link when what was typed is saved or on its way, not after a refusal", async () => {
    const { autosave, type, answer, sent } = form({ a: "1" });
    expect(autosave.leave()).toBe(true);
    type("a", "2");
    expect(autosave.leave()).toBe(true);
    expect(sent).toHaveLength(1);
    await answer(refused({ a: "No." }));
    expect(autosave.leave()).toBe(false);
  });
});

describe("of two people at once", () => {
  it("different fields are both kept: theirs is shown, ours is sent with their version", async () => {
    const { autosave, type, sent, answer, fields } = form({ a: "1", b: "2" });
    type("a", "10");
    void autosave.save();
    // The server compares what was sent with what is there, so it names our own change too.
    const differing = { a: "It now says: 1.", b: "It now says: 20.", version: "!" };
    await answer(refused(differing, { a: "1", b: "20", version: 7 }));
    expect(fields.b).toBe("20");
    expect(sent[1]).toEqual({ a: "10", b: "20", version: "7" });
  });

  it("the same field waits for a decision: nothing more is saved until Save is pressed", async () => {
    const { autosave, type, sent, answer, view, done, fields } = form({ a: "1" });
    type("a", "10");
    void autosave.save();
    await answer(refused({ a: "It now says: 5.", version: "!" }, { a: "5", version: 2 }));
    expect(fields.a).toBe("10");
    expect(view()).toMatchObject({ version: 2, refusal: { fieldErrors: { a: "It now says: 5." } } });
    type("a", "11");
    autosave.left();
    vi.runAllTimers();
    expect(sent).toHaveLength(1);
    void autosave.press();
    expect(sent[1]).toEqual({ a: "11", version: "2" });
    await answer(ok(3));
    expect(done).toHaveLength(1);
  });

  it("what we saved ourselves is known: only a change after it is somebody else's", async () => {
    const { autosave, type, sent, answer, view } = form({ a: "1", b: "2" });
    type("a", "10");
    void autosave.save();
    await answer(ok(2));
    type("a", "11");
    void autosave.save();
    await answer(refused({ a: "It now says: 10.", b: "It now says: 3." }, { a: "10", b: "3", version: 3 }));
    expect(sent[2]).toEqual({ a: "11", b: "3", version: "3" });
    await answer(ok(4));
    expect(view()?.state).toEqual({ kind: "saved", at: "09:41" });
  });

  it("an occupation that says its title is the one whose code is stored", async () => {
    const { autosave, type, sent, answer } = form({ noc: "21231 Software engineers", b: "2" });
    type("noc", "72106 Welders");
    void autosave.save();
    await answer(refused({ noc: "It now says: 21231." }, { noc: "21231", b: "3", version: 2 }));
    expect(sent[1]).toEqual({ noc: "72106 Welders", b: "3", version: "2" });
  });

  it("a press that was made before the other's change was shown decides nothing", async () => {
    const { autosave, type, sent, answer, done } = form({ a: "1" });
    type("a", "10");
    void autosave.save();
    void autosave.press();
    await answer(refused({ a: "It now says: 5." }, { a: "5", version: 2 }));
    expect(sent).toHaveLength(1);
    expect(done).toEqual([]);
  });
});

describe("a form for something new", () => {
  it("keeps what is typed and saves when it is asked to, never by itself", async () => {
    const { autosave, type, sent, answer, done, kept } = form({ a: "" }, { enabled: false });
    type("a", "1");
    autosave.left();
    vi.runAllTimers();
    expect(sent).toEqual([]);
    expect(kept()).toEqual(["a"]);
    expect(autosave.leave()).toBe(false);
    void autosave.press();
    await answer(ok(1));
    expect(sent).toEqual([{ a: "1" }]);
    expect(done).toHaveLength(1);
    expect(kept()).toEqual([]);
  });
});

it("the contents of a form are its fields, not its keys and versions", () => {
  const data = new FormData();
  for (const [name, value] of [
    ["a", "1"],
    ["version", "2"],
    ["idempotencyKey", "k"],
    ["$ACTION_ID", "x"],
  ] as const)
    data.set(name, value);
  expect(contentsOf(data)).toBe('[["a","1"]]');
});
