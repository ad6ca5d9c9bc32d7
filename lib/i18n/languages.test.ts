import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { LANGUAGES, languageOf, LOCALES, readLanguages, type Messages } from "./languages";

type Tree = { readonly [key: string]: string | Tree };

/** `assess.steps.you` and its text. */
function textsOf(tree: Tree, path = ""): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const at = path === "" ? key : `${path}.${key}`;
    return typeof value === "string" ? [[at, value] as [string, string]] : textsOf(value, at);
  });
}

const keysOf = (messages: Messages) => textsOf(messages).map(([key]) => key);

const others = LOCALES.filter((locale) => locale !== "en");
const english = languageOf("en").messages;

/** The names of the places that a text leaves open: `{points}`, `{weeks, plural, …}`. */
function placesOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)(?=[,}])/g)].map(([, name]) => name ?? ""))].sort();
}

/** What the program that fills a text in has to say against it; null where nothing. */
function faultOf(locale: string, text: string): string | null {
  let fault: string | null = null;
  const onError = (error: Error) => {
    fault = error.message;
  };
  const t = createTranslator({ locale, messages: { text }, onError });
  const places = placesOf(text).map((place) => [place, 1] as const);
  const tags = [...text.matchAll(/<(\w+)>/g)].map(
    ([, tag = ""]) => [tag, (inside: string) => inside] as const,
  );
  t.markup("text", Object.fromEntries<number | ((inside: string) => string)>([...places, ...tags]));
  return fault;
}

const SOURCES = ["app", "components", "lib"];
const sources = SOURCES.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => readFileSync(join(folder, file), "utf8")),
);

/** Ways to a namespace beside `translations("name")` and `useTranslations("name.part")`. */
const DOORS: Readonly<Record<string, RegExp>> = {
  assess: /useKnownText|questionKey/,
  portal: /from "(?:\.|@\/components\/portal)\/words"/,
  sheet: /sheet\/words"|from "\.\/words"/,
};

/** The files that say texts of a namespace. */
const sayers = new Map(
  Object.keys(english).map((namespace) => {
    const asked = new RegExp(`(?:ranslations\\(|namespace: |textsIn\\(\\w+, )"${namespace}[".]`);
    return [namespace, sources.filter((text) => asked.test(text) || DOORS[namespace]?.test(text))];
  }),
);

/** Whether some text of the program says this key: whole, or with an open end (`steps.${step}`) or beginning. */
function isSaid(key: string): boolean {
  const [namespace = "", ...below] = key.split(".");
  const source = sayers.get(namespace) ?? [];
  const names = below.map((_, from) => below.slice(from).join("."));
  const ends = names.slice(1).map((name) => `}.${name}\``);
  const whole = [...names.map((name) => `"${name}"`), ...ends].some((said) =>
    source.some((text) => text.includes(said)),
  );
  const opens = names.flatMap((name) =>
    name.split(".").map((_, end, parts) => parts.slice(0, end + 1).join(".")),
  );
  return whole || opens.some((open) => source.some((text) => text.includes(`\`${open}.\${`)));
}

describe("a language", () => {
  it("is there because its file is: a further one needs nothing else", () => {
    const folder = mkdtempSync(join(tmpdir(), "landfall-languages-"));
    for (const code of LOCALES)
      copyFileSync(join("lib/i18n/languages", `${code}.json`), join(folder, `${code}.json`));
    writeFileSync(
      join(folder, "pa.json"),
      JSON.stringify({ ...languageOf("en"), name: "ਪੰਜਾਬੀ", htmlLang: "pa-CA" }),
    );
    const found = readLanguages(folder);
    rmSync(folder, { recursive: true });
    expect([...found.keys()]).toEqual([...LOCALES, "pa"].sort());
    expect(found.get("pa")).toMatchObject({ name: "ਪੰਜਾਬੀ", messages: { frame: english.frame } });
    expect([...LANGUAGES.values()].map(({ name, htmlLang }) => [name, htmlLang])).toEqual([
      ["English", "en-CA"],
      ["Français", "fr-CA"],
    ]);
  });
});

describe.each(others)("the texts in %s", (locale) => {
  const messages = languageOf(locale).messages;
  const texts = new Map(textsOf(messages));

  it("have the keys of the English ones", () => {
    expect(keysOf(messages)).toEqual(keysOf(english));
  });

  it("leave the same places open, and none empty", () => {
    for (const [key, text] of textsOf(english)) {
      expect([key, placesOf(texts.get(key) ?? "")]).toEqual([key, placesOf(text)]);
      expect([key, texts.get(key)?.trim()]).not.toEqual([key, ""]);
    }
  });

  it("can be read by the program that fills them in", () => {
    expect(
      [...texts].map(([key, text]) => [key, faultOf(locale, text)]).filter(([, fault]) => fault),
    ).toEqual([]);
  });

  it("differ from the English, but for names that are the same in both", () => {
    const same = textsOf(english).filter(([key, text]) => texts.get(key) === text && /\p{L}{2}/u.test(text));
    const names =
      /^(?:assess\.(?:tests|provinces)\.|assess\.result\.(?:points|gain|noLicence)$|assess\.faultLine$|portal\.frame\.(?:documents|messages)$|portal\.(?:dates\.at|doing\.list)$)/;
    expect(same.map(([key]) => key).filter((key) => !names.test(key))).toEqual([]);
  });
});

/** Every file that may name the code of a refusal. */
const codes = ["lib/storage", "lib/errors", "components/documents/upload"]
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
      .map((file) => readFileSync(join(folder, file), "utf8")),
  )
  .join("\n");

describe("the texts", () => {
  it("of refused files are each for a code that somebody gives", () => {
    const known = Object.keys(english.upload.refused);
    expect(known.filter((code) => !new RegExp(`\\b${code}\\b`).test(codes))).toEqual([]);
  });

  it("are all said somewhere: no key is left over", () => {
    const questions = /^assess\.(?:you|family|language|education|work|more)\./;
    // A question's words are found through the path of its answer (components/assess/question-key.ts), those of a
    // refused file or form through their code, those of every form through their type.
    const found = (key: string) =>
      questions.test(key) || /^(?:upload\.refused|errors|forms)\./.test(key) || isSaid(key);
    expect(keysOf(english).filter((key) => !found(key))).toEqual([]);
  });
});
