import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LOCALES } from "./locales";
import { MESSAGES, type Messages } from "./messages";

type Tree = { readonly [key: string]: string | Tree };

/** `assess.steps.you` and its text. */
function textsOf(tree: Tree, path = ""): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const at = path === "" ? key : `${path}.${key}`;
    return typeof value === "string" ? [[at, value] as [string, string]] : textsOf(value, at);
  });
}

const keysOf = (messages: Messages) => textsOf(messages).map(([key]) => key);

/** The names of the places that a text leaves open: `{points}`, `{weeks, plural, …}`. */
function placesOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)(?=[,}])/g)].map(([, name]) => name ?? ""))].sort();
}

const SOURCES = ["app", "components"];
const source = SOURCES.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => readFileSync(join(folder, file), "utf8")),
).filter((text) => /useTranslations|translations\(|useKnownText|questionKey/.test(text));

/** Whether some text of the program says this key: whole, or as the open end of `steps.${step}`. */
function isSaid(key: string): boolean {
  const [, ...below] = key.split(".");
  const names = below.map((_, from) => below.slice(from).join("."));
  const whole = names.some((name) => source.some((text) => text.includes(`"${name}"`)));
  const opens = names.flatMap((name) =>
    name.split(".").map((_, end, parts) => parts.slice(0, end + 1).join(".")),
  );
  return whole || opens.some((open) => source.some((text) => text.includes(`\`${open}.\${`)));
}

describe("the texts of the two languages", () => {
  it("have the same keys", () => {
    expect(keysOf(MESSAGES.fr)).toEqual(keysOf(MESSAGES.en));
  });

  it("leave the same places open, and none empty", () => {
    const french = new Map(textsOf(MESSAGES.fr));
    for (const [key, text] of textsOf(MESSAGES.en)) {
      expect([key, placesOf(french.get(key) ?? "")]).toEqual([key, placesOf(text)]);
      expect([key, french.get(key)?.trim()]).not.toEqual([key, ""]);
    }
  });

  it("are all said somewhere: no key is left over", () => {
    const questions = /^assess\.(?:you|family|language|education|work|more)\./;
    // A question's words are found through the path of its answer (components/assess/question-key.ts).
    expect(keysOf(MESSAGES.en).filter((key) => !questions.test(key) && !isSaid(key))).toEqual([]);
  });

  it("differ, but for names that are the same in both", () => {
    const english = new Map(textsOf(MESSAGES.en));
    const same = textsOf(MESSAGES.fr).filter(([key, text]) => english.get(key) === text);
    const names =
      /^(?:frame\.language\.(?:en|fr)|assess\.(?:tests|provinces)\.|assess\.result\.(?:points|gain|noLicence)$|assess\.faultLine$)/;
    expect(same.map(([key]) => key).filter((key) => !names.test(key))).toEqual([]);
  });

  it("are there for every language", () => {
    expect(Object.keys(MESSAGES)).toEqual([...LOCALES]);
  });
});
