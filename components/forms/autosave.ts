import type { ActionResult } from "@/lib/command/action-result";

/** What a form that saves as one goes is answered. */
export interface Saved {
  /** The version the row has now; null where there is no row to save again. */
  version: number | null;
  /** `09:41`. */
  savedAt: string;
}

type Refusal = Extract<ActionResult<unknown>, { ok: false }>;

export type SaveState =
  | { kind: "clean" }
  | { kind: "typed" }
  | { kind: "saving" }
  | { kind: "saved"; at: string }
  | { kind: "refused"; reason: string };

/** What the form shows of its saving. */
export interface SaveView {
  state: SaveState;
  refusal: Refusal | null;
  /** Grows with each refusal of what was asked for: those take the focus, one in passing does not. */
  refusals: number;
  /** Save was pressed and is not answered yet. */
  pending: boolean;
  /** Of the row as this form knows it. */
  version: number | null;
}

/** The form, as the saving sees it. */
export interface FormSurface<T extends Saved> {
  /** What the page said in each field that a person fills, as text, by name. */
  said(): Readonly<Record<string, string>>;
  /** What stands in each of them now. */
  texts(): Readonly<Record<string, string>>;
  /** A stored value as the text of its field. */
  textOf(name: string, value: unknown): string;
  /** What the form would send. */
  read(submitter?: HTMLElement | null): FormData;
  /** Puts a stored value into a field, and into what is sent. */
  show(name: string, value: unknown): void;
  put(data: FormData, name: string, value: unknown): void;
  send(data: FormData): Promise<ActionResult<T> | null>;
  render(view: SaveView): void;
  /** Keeps the fields that were typed in for another day, or forgets them. */
  keep(names: ReadonlySet<string>): void;
  forget(): void;
  /** Saved, in passing or asked for. */
  saved(data: T): void;
  /** Saved because it was asked for; null where nothing was left to save. */
  done(data: T | null): void;
}

interface AutosaveOptions {
  /** False for something new: it is saved when it is asked for, and until then kept as a draft. */
  enabled: boolean;
  version: number | null;
  /** The fields that hold something typed from the start: of a draft, of a link. */
  typedNames: readonly string[];
}

/** Leaving a field saves after this pause: long enough to press Save instead. */
const PAUSE_MS = 400;

/** The fields that a person fills, as text: the same contents are the same text. */
export function contentsOf(data: FormData): string {
  const own = [...data].filter(
    ([name]) => name !== "idempotencyKey" && name !== "version" && !name.startsWith("$ACTION"),
  );
  return JSON.stringify(own);
}

/**
 * Saves a form when a field is left, and when Save is pressed. One save is under way at a time; what was typed
 * meanwhile follows. After a lost race the newest version is taken from the answer, fields that nobody typed in here
 * take the other's values, and where both changed the same field nothing is saved until Save is pressed.
 */
export class Autosave<T extends Saved> {
  #view: SaveView;
  #version: number | null;
  readonly #touched: Set<string>;
  readonly #theirs = new Map<string, unknown>();
  #savedContents: string | null = null;
  /** What the facts said when they were last known to us, by field. */
  #known: Readonly<Record<string, string>>;
  /** The texts of the save that is under way. */
  #sent: Readonly<Record<string, string>> = {};
  #last: T | null = null;
  #underway = false;
  #asked = false;
  #isConflict = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly form: FormSurface<T>,
    private readonly options: AutosaveOptions,
  ) {
    this.#version = options.version;
    this.#touched = new Set(options.typedNames);
    // What is put into the fields from outside is not saved; what stands in them otherwise is what the facts say.
    this.#known = form.said();
    const isChanged = Object.entries(form.texts()).some(([name, text]) => this.#known[name] !== text);
    this.#savedContents = options.typedNames.length > 0 || isChanged ? null : contentsOf(form.read());
    this.#view = initialView(options);
  }

  /** Somebody typed, chose or ticked. */
  typed(name: string): void {
    this.#touched.add(name);
    this.form.keep(this.#touched);
    if (!this.#underway && !this.#isConflict) this.#render({ state: { kind: "typed" } });
  }

  /** A field was left: saves after a pause, unless Save is pressed before. */
  left(): void {
    this.wait();
    if (!this.options.enabled || this.#isConflict) return;
    this.#timer = setTimeout(() => void this.save(), PAUSE_MS);
  }

  /** No save for now: Save is being pressed, or the form goes away. */
  wait(): void {
    clearTimeout(this.#timer);
  }

  isDirty(): boolean {
    return this.#touched.size > 0 && contentsOf(this.#data()) !== this.#savedContents;
  }

  /**
   * Before the form is left by a link: true where nothing is lost. What is typed is saved on the way where it can be.
   */
  leave(): boolean {
    if (!this.isDirty()) return true;
    if (!this.options.enabled || this.#isConflict || this.#view.state.kind === "refused") return false;
    void this.save();
    return true;
  }

  /** Save was pressed. */
  press(submitter?: HTMLElement | null): Promise<void> {
    this.#asked = true;
    this.#render({ pending: true });
    return this.save(submitter);
  }

  async save(submitter?: HTMLElement | null): Promise<void> {
    this.wait();
    if (this.#underway) return;
    const data = this.#data(submitter);
    const contents = contentsOf(data);
    // A field may hold something that nobody was heard to type: a press of Save sends it all the same.
    const isIdle = this.#touched.size === 0 && !this.#asked;
    if (this.options.enabled && (isIdle || contents === this.#savedContents)) {
      this.#finish();
      return;
    }
    this.#underway = true;
    this.#sent = this.form.texts();
    this.#render({ state: { kind: "saving" } });
    const answer = await this.form.send(data);
    this.#underway = false;
    if (answer === null) this.#render({ pending: false });
    else if (answer.ok) await this.#accept(answer.data, contents);
    else await this.#refuse(answer, contents);
  }

  #data(submitter?: HTMLElement | null): FormData {
    const data = this.form.read(submitter);
    for (const [name, value] of this.#theirs) {
      if (!this.#touched.has(name)) this.form.put(data, name, value);
    }
    if (this.#version !== null) data.set("version", String(this.#version));
    return data;
  }

  async #accept(data: T, contents: string): Promise<void> {
    this.#isConflict = false;
    this.#savedContents = contents;
    this.#known = this.#sent;
    this.#last = data;
    this.#version = data.version ?? this.#version;
    this.#render({ state: { kind: "saved", at: data.savedAt }, refusal: null, version: this.#version });
    this.form.saved(data);
    if (this.options.enabled && contentsOf(this.#data()) !== contents) {
      await this.save();
      return;
    }
    this.#touched.clear();
    this.#theirs.clear();
    this.form.forget();
    this.#finish();
  }

  /** Answers a press, if there was one. */
  #finish(): void {
    const wasAsked = this.#asked;
    this.#asked = false;
    this.#render({ pending: false });
    if (wasAsked && this.#view.state.kind !== "refused") this.form.done(this.#last);
  }

  async #refuse(refusal: Refusal, contents: string): Promise<void> {
    this.#isConflict = refusal.code === "CONFLICT";
    const known = this.#known;
    if (this.#isConflict && this.#takeTheirs(refusal)) {
      this.#isConflict = false;
      await this.save();
      return;
    }
    const wasAsked = this.#asked;
    this.#asked = false;
    const first = Object.entries(refusal.fieldErrors).find(([name]) => name !== "version");
    this.#render({
      state: {
        kind: "refused",
        reason: this.#isConflict ? refusal.message : (first?.[1] ?? refusal.message),
      },
      refusal: { ...refusal, fieldErrors: this.#shownErrors(refusal, known, wasAsked) },
      refusals: this.#view.refusals + (wasAsked ? 1 : 0),
      pending: false,
      version: this.#version,
    });
    if (!wasAsked && contentsOf(this.#data()) !== contents) this.left();
  }

  /** In passing only what somebody typed here is spoken of; after a lost race what both changed. */
  #shownErrors(
    { code, fieldErrors, current = {} }: Refusal,
    known: Readonly<Record<string, string>>,
    wasAsked: boolean,
  ): Record<string, string> {
    const isShown = (name: string) => {
      if (name === "version") return true;
      if (code === "CONFLICT") return this.#bothChanged(name, current, known);
      return wasAsked || this.#touched.has(name);
    };
    return Object.fromEntries(Object.entries(fieldErrors).filter(([name]) => isShown(name)));
  }

  /** We typed in the field, and it says something else now than when it was last known to us. */
  #bothChanged(
    name: string,
    current: Readonly<Record<string, unknown>>,
    known: Readonly<Record<string, string>>,
  ): boolean {
    if (!this.#touched.has(name) || !(name in current)) return false;
    const [before = "", now] = [known[name], this.form.textOf(name, current[name])];
    // A field may say more than is stored: an occupation its title behind the code.
    return now !== before && !(now !== "" && before.startsWith(`${now} `));
  }

  /** Somebody saved in between. True where they changed other fields than we did: then both are kept at once. */
  #takeTheirs({ current, fieldErrors }: Refusal): boolean {
    if (typeof current?.version !== "number") return false;
    this.#version = current.version;
    const known = this.#known;
    for (const name of Object.keys(known)) {
      if (!(name in current) || this.#touched.has(name)) continue;
      this.#theirs.set(name, current[name]);
      this.form.show(name, current[name]);
    }
    const isDecision = Object.keys(fieldErrors).some((name) => this.#bothChanged(name, current, known));
    const says = Object.keys(known).filter((name) => name in current);
    this.#known = {
      ...known,
      ...Object.fromEntries(says.map((name) => [name, this.form.textOf(name, current[name])])),
    };
    return !isDecision;
  }

  #render(change: Partial<SaveView>): void {
    this.#view = { ...this.#view, ...change };
    this.form.render(this.#view);
  }
}

export function initialView({ version, typedNames }: AutosaveOptions): SaveView {
  const state: SaveState = { kind: typedNames.length > 0 ? "typed" : "clean" };
  return { state, refusal: null, refusals: 0, pending: false, version };
}
