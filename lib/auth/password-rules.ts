import "server-only";
import { isCommonPassword } from "./common-passwords";

const SHORTEST = 12;
const LONGEST = 128;
/** Names shorter than this are too likely to be inside another word. */
const SHORTEST_NAME = 4;

/** One form for each password: canonical composition, and nothing trimmed (SECURITY.md 5.1). */
export function normalisePassword(typed: string): string {
  return typed.normalize("NFC");
}

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/** The shortest text that, repeated, gives this one: `abcabc` is `abc`. */
function period(text: string): string {
  for (let size = 1; size <= text.length / 2; size += 1) {
    if (text.length % size === 0 && text.slice(0, size).repeat(text.length / size) === text)
      return text.slice(0, size);
  }
  return text;
}

/** The well-known word a password is dressed up from: `P@ssword123!` gives `password` among others. */
function wordsBehind(password: string): string[] {
  const lower = password.toLowerCase();
  const plain = lower.replace(/[^\p{L}\p{N}]/gu, "");
  const plainly = lower.replace(/[0134578@$!]/g, (sign) => LOOK_ALIKES[sign] ?? sign);
  const cores = [lower, plain, plainly].map((text) => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ""));
  const dressed = lower
    .replace(/[\d\W_]+$/u, "")
    .replace(/[0134578@$!]/g, (sign) => LOOK_ALIKES[sign] ?? sign);
  return [lower, plain, ...cores, dressed].flatMap((text) => [text, period(text)]);
}

function namesIn(names: readonly string[]): string[] {
  const squeezed = names.map((name) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ""));
  const words = names.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  return [...squeezed, ...words].filter((name) => name.length >= SHORTEST_NAME);
}

/**
 * What is wrong with a new password, in plain words, or null. `names` are the firm's and the user's: the name
 * of the firm with a year is the first thing somebody tries.
 */
export function faultOfPassword(password: string, names: readonly string[]): string | null {
  const length = [...password].length;
  if (length < SHORTEST)
    return `Use at least ${SHORTEST} characters. A few words you will remember are best.`;
  if (length > LONGEST) return `Use at most ${LONGEST} characters.`;
  if (
    /^\d+$/.test(password) ||
    new Set(password.toLowerCase()).size < 4 ||
    wordsBehind(password).some(isCommonPassword)
  ) {
    return "This password is one of the first that somebody would try. Choose something less common.";
  }
  const lower = password.toLowerCase();
  const letters = lower.replace(/[^\p{L}]/gu, "");
  for (const name of namesIn(names)) {
    const rest = letters.replaceAll(name, "");
    // The whole name with little else around it; a name inside a long sentence is fine.
    if (lower.replace(/[^\p{L}\p{N}]/gu, "").includes(name) && rest.length < SHORTEST - SHORTEST_NAME) {
      return "This password is mostly the firm's name or your own. Choose something else.";
    }
  }
  return null;
}
