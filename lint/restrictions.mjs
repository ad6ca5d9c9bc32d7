/**
 * The project's own bans, as `no-restricted-syntax` selectors. eslint replaces the rule's list in a later block
 * rather than adding to it, so a block composes its list from these and never repeats one.
 */
const ban = (selector, message) => ({ selector, message });

/** The present comes from ctx.now or lib/clock. */
export const ambientTime = [
  ban(
    "NewExpression[callee.name='Date'][arguments.length=0]",
    "No ambient time: take ctx.now or a parameter.",
  ),
  ban("CallExpression[callee.name='Date']", "No ambient time: take ctx.now or a parameter."),
  ban(
    "MemberExpression[object.name='Date'][property.name='now']",
    "No ambient time: take ctx.now or a parameter, or lib/clock for durations.",
  ),
];

export const ambientChance = [
  ban(
    "MemberExpression[object.name='Math'][property.name='random']",
    "No ambient randomness: ids come from lib/ids, synthetic data from a seed.",
  ),
];

export const environment = [
  ban(
    "MemberExpression[object.name='process'][property.name='env']",
    "Only lib/runtime/env.ts reads the environment.",
  ),
  ban(
    "ImportSpecifier[imported.name='env'][parent.source.value=/^(node:)?process$/]",
    "Only lib/runtime/env.ts reads the environment.",
  ),
];

/** SECURITY.md 2.3: GHSA-gpj5-g38j-94v9 and injection in general. */
const sqlInjection = [
  ban(
    "MemberExpression[object.name='sql'][property.name=/^(raw|identifier)$/]",
    "No raw SQL fragments: sort keys and names come from a constant map of columns.",
  ),
  ban(
    "CallExpression[callee.property.name='as'][arguments.length>0]:not([arguments.0.type='Literal'])",
    "An alias is a literal: a dynamic one is an injection.",
  ),
];

const unsafeMarkup = [
  ban("JSXAttribute[name.name='dangerouslySetInnerHTML']", "React escapes; we do not undo it."),
  ban("Property[key.name='dangerouslySetInnerHTML']", "React escapes; we do not undo it."),
];

const shapes = [
  ban("TSEnumDeclaration", "A union of string literals instead of an enum."),
  ban("TSModuleDeclaration[kind='namespace']", "A module is a file."),
];

export const defaultExports = [
  ban("ExportDefaultDeclaration", "Named exports only: Next's own files are the exception."),
  ban("ExportSpecifier[exported.name='default']", "Named exports only: Next's own files are the exception."),
  ban("ExportAllDeclaration", "No barrels: import from the file that defines it."),
];

/** A context is opened where a caller has been established: everyone else receives one. */
export const openedContexts = [
  ban(
    "MemberExpression[object.name='ActorContext'][property.name='open']",
    "Receive an ActorContext: only auth, command, jobs, scripts and testing open one.",
  ),
];

const weakTests = [
  ban(
    "MemberExpression[object.name=/^(test|it|describe)$/][property.name=/^(skip|only|fixme|todo|skipIf|runIf|fails)$/]",
    "Every test runs, every time.",
  ),
  ban(
    "MemberExpression[object.property.name='describe'][property.name=/^(skip|only|fixme)$/]",
    "Every test runs.",
  ),
  ban("CallExpression[callee.property.name='waitForTimeout']", "No sleeps: wait for what the user sees."),
];

/** True of every TypeScript file of the product. */
export const everywhere = [...ambientChance, ...sqlInjection, ...unsafeMarkup, ...shapes, ...weakTests];

/** What only some folders may do, on top of `everywhere`. */
export const guarded = [...everywhere, ...ambientTime, ...environment, ...openedContexts];

export const bannedImports = {
  paths: [
    {
      name: "next-auth/middleware",
      message: "It decodes the token itself: sessions are looked up by lib/auth.",
    },
    { name: "next/og", message: "Unpublished advisory (SECURITY.md 2.1): no generated images." },
    {
      name: "sharp",
      message: "Images are decoded in the package builder's child process only (SECURITY.md D4).",
    },
  ],
};

/** For the package builder's child process, which is where pictures are decoded. */
export const bannedImportsButPictures = {
  ...bannedImports,
  paths: bannedImports.paths.filter(({ name }) => name !== "sharp"),
};
