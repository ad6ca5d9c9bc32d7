/**
 * The closed vocabulary of ARCHITECTURE.md: which files and folders may exist, and what they must begin with.
 *
 * The house (its pure parts, infrastructure, modules and their larger concepts) is written down in house.json:
 * a new module or concept is a line there, decided by a person.
 */
export interface House {
  readonly pure: readonly string[];
  readonly infrastructure: readonly string[];
  readonly modules: readonly string[];
  /** Per module, the folders and files named after a concept of the field: `package`, `package.ts`. */
  readonly concepts: Readonly<Record<string, readonly string[]>>;
}

/** Reads the first statement of a file, for the `server-only` promise. */
export type FirstStatement = (file: string) => string;

const VOCABULARY = ["types", "schemas", "rules", "visibility", "queries", "loaders", "actions", "jobs"];
const READS_DATA = /^(?:visibility|queries|loaders|jobs)\.ts$/;
const FORBIDDEN_NAME = /^(?:index|misc|common|(?:.+[-.])?(?:utils?|helpers?|services?))$/;
const TEST_SUFFIX = /(?:\.db|\.process|\.property)?\.test\.tsx?$/;
const KEBAB = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/**
 * @param files every file under lib, components and app, relative to the root, with `/`
 * @returns one line for every file that has no place in the house
 */
export function vocabularyFaults(files: readonly string[], house: House, first: FirstStatement): string[] {
  const known = new Set(files);
  return files.flatMap((file) => [
    ...nameFaults(file),
    ...houseFaults(file, house),
    ...moduleFaults(file, house, known),
    ...serverOnlyFaults(file, house, first),
  ]);
}

function nameFaults(file: string): string[] {
  const stem = (segment: string) => segment.replace(TEST_SUFFIX, "").replace(/\.[a-z]+$/, "");
  const bad = file.split("/").find((segment) => FORBIDDEN_NAME.test(stem(segment)));
  return bad === undefined ? [] : [`${file}: \`${bad}\` says nothing about what is inside`];
}

function houseFaults(file: string, house: House): string[] {
  const [root, area, ...rest] = file.split("/");
  if (root !== "lib" || area === undefined) return [];
  if (rest.length === 0) return [`${file}: lib holds folders only`];
  const areas = [...house.pure, ...house.infrastructure, ...house.modules];
  return areas.includes(area) ? [] : [`${file}: lib/${area} is not in the house (scripts/check/house.json)`];
}

function moduleFaults(file: string, house: House, known: ReadonlySet<string>): string[] {
  const place = inModule(file, house);
  if (place === undefined) return [];
  const { module, path } = place;
  const [entry = "", ...rest] = path;
  const concepts = house.concepts[module] ?? [];
  if (TEST_SUFFIX.test(file)) return testFaults(file, known);
  if (rest.length === 0 && VOCABULARY.some((word) => entry === `${word}.ts`)) return [];
  if (concepts.some((concept) => entry === concept || entry === `${concept}.ts`)) return [];
  if (entry === "commands" && rest.length === 1) {
    return KEBAB.test(rest[0]?.replace(/\.ts$/, "") ?? "")
      ? []
      : [`${file}: a command is a verb in kebab-case`];
  }
  return [
    `${file}: not in the vocabulary of a module, nor a concept of ${module} (scripts/check/house.json)`,
  ];
}

function testFaults(file: string, known: ReadonlySet<string>): string[] {
  const tested = file.replace(TEST_SUFFIX, "");
  return known.has(`${tested}.ts`) || known.has(`${tested}.tsx`)
    ? []
    : [`${file}: a test stands beside the file that it tests (${tested}.ts)`];
}

function serverOnlyFaults(file: string, house: House, first: FirstStatement): string[] {
  const place = inModule(file, house);
  if (place === undefined || TEST_SUFFIX.test(file)) return [];
  const readsData = READS_DATA.test(place.path.at(-1) ?? "") || place.path.includes("commands");
  if (!readsData || /^import ["']server-only["'];?$/.test(first(file))) return [];
  return [`${file}: reads data, so it starts with \`import "server-only"\``];
}

function inModule(file: string, house: House): { module: string; path: string[] } | undefined {
  const [root, module, ...path] = file.split("/");
  if (root !== "lib" || module === undefined || !house.modules.includes(module)) return undefined;
  return { module, path };
}

/** The first line of code of a source text, comments and blank lines skipped. */
export function firstStatementOf(source: string): string {
  const code = source.replace(/^(?:\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/, "");
  return code.split("\n", 1)[0]?.trim() ?? "";
}
