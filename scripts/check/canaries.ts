/**
 * One planted violation for each rule of .dependency-cruiser.cjs, and the imports that the architecture intends.
 *
 * A specifier that starts with `@/` gets an empty target file; any other is a package, stubbed in the scratch tree.
 */
export interface PlantedImport {
  readonly from: string;
  readonly to: string;
  readonly typeOnly?: true;
}

const plant = (from: string, to: string): PlantedImport => ({ from, to });
const plantType = (from: string, to: string): PlantedImport => ({ from, to, typeOnly: true });

export const canaries: Readonly<Record<string, readonly PlantedImport[]>> = {
  "express-entry-row": [plantType("lib/express-entry/crs/score.ts", "@/lib/policy/actor")],
  "policy-row": [plantType("lib/policy/can.ts", "@/lib/cases/types")],
  "format-row": [plant("lib/format/names.ts", "@/lib/cases/queries")],
  "module-vocabulary-row": [plantType("lib/cases/types.ts", "@/lib/db/schema/cases")],
  "zod-in-schemas-only": [plant("lib/cases/rules.ts", "zod")],
  "vocabulary-takes-policy-types-only": [plant("lib/cases/rules.ts", "@/lib/policy/can")],
  "commands-and-visibility-row": [plant("lib/cases/commands/assign-case.ts", "nodemailer")],
  "commands-take-context-and-port-types-only": [
    plant("lib/cases/queries.ts", "@/lib/auth/require-actor-context"),
  ],
  "modules-meet-in-reads-and-types": [
    plant("lib/cases/queries.ts", "@/lib/deadlines/commands/void-deadline"),
  ],
  "commands-compose-commands": [plant("lib/cases/commands/close-case.ts", "@/lib/deadlines/loaders")],
  "queries-row": [plant("lib/cases/queries.ts", "@/lib/audit/write")],
  "queries-never-touch-the-schema": [plantType("lib/cases/queries.ts", "@/lib/db/schema/cases")],
  "loaders-row": [plant("lib/cases/loaders.ts", "@/lib/cases/commands/assign-case")],
  "actions-row": [plant("lib/cases/actions.ts", "@/lib/cases/queries")],
  "edges-keep-to-their-own-module": [plant("lib/cases/loaders.ts", "@/lib/deadlines/queries")],
  "modules-are-not-web": [plant("lib/cases/commands/assign-case.ts", "next/cache")],
  "core-of-a-module-ignores-its-edges": [plant("lib/cases/commands/assign-case.ts", "@/lib/cases/loaders")],
  "modules-have-no-composition": [plant("lib/cases/jobs.ts", "@/lib/runtime/env")],
  "db-client-in-the-core-only": [plant("lib/storage/file-storage.ts", "@/lib/db/client")],
  "schema-in-the-core-and-visibility": [
    plant("lib/documents/package/contents.ts", "@/lib/db/schema/documents"),
  ],
  "pg-in-the-core-only": [plant("lib/cases/queries.ts", "pg")],
  "core-does-not-know-modules": [plant("lib/audit/write.ts", "@/lib/cases/queries")],
  "lib-is-below-the-screens": [plant("lib/cases/loaders.ts", "@/components/ui/button")],
  "testing-is-for-tests": [plant("lib/cases/queries.ts", "@/lib/testing/factories")],
  "tests-are-leaves": [plant("scripts/seed.ts", "@/lib/cases/rules.test")],
  "next-auth-in-auth-only": [plant("app/api/auth/[...nextauth]/route.ts", "next-auth")],
  "mailer-in-mail-only": [plant("lib/jobs/send-mail.ts", "nodemailer")],
  "hashing-in-auth-only": [plant("lib/users/commands/set-password.ts", "@node-rs/argon2")],
  "queue-in-jobs-only": [plant("lib/command/run-command.ts", "graphile-worker")],
  "ui-and-forms-row": [plant("components/ui/button.tsx", "@/lib/cases/types")],
  "ui-and-forms-take-result-types-only": [plant("components/forms/form.tsx", "@/lib/command/run-command")],
  "features-row": [plant("components/cases/case-list.tsx", "@/lib/cases/loaders")],
  "features-take-result-types-only": [plant("components/cases/case-form.tsx", "@/lib/command/run-command")],
  "features-keep-apart": [plant("components/cases/case-list.tsx", "@/components/draws/draw-table")],
  "pages-row": [plant("app/(staff)/cases/page.tsx", "@/lib/cases/queries")],
  "routes-row": [plant("app/api/uploads/route.ts", "@/lib/storage/file-storage")],
  "screens-never-see-the-database": [plantType("app/api/health/ready/route.ts", "@/lib/db/client")],
  "proxy-decides-nothing": [plant("proxy.ts", "@/lib/policy/can")],
  "no-circular": [
    plant("lib/cases/rules.ts", "@/lib/cases/schemas"),
    plant("lib/cases/schemas.ts", "@/lib/cases/rules"),
  ],
  "no-orphans": [plant("lib/people/rules.ts", "")],
  "no-unresolvable": [plant("lib/cases/rules.ts", "./nowhere")],
  "no-dev-dependency-at-run-time": [plant("lib/cases/rules.ts", "fast-check")],
};

/** Imports that must stay possible: a rule that fires on one of them is too wide. */
export const intended: readonly PlantedImport[] = [
  plant("lib/express-entry/crs/score.ts", "@/lib/express-entry/data/tables"),
  plant("lib/express-entry/crs/score.test.ts", "fast-check"),
  plant("lib/cases/schemas.ts", "zod"),
  plant("lib/cases/schemas.ts", "@/lib/command/fields"),
  plantType("lib/cases/types.ts", "@/lib/policy/actor"),
  plant("lib/cases/visibility.ts", "@/lib/db/schema/cases"),
  plantType("lib/cases/visibility.ts", "@/lib/command/actor-context"),
  plant("lib/cases/queries.ts", "drizzle-orm"),
  plant("lib/cases/queries.ts", "server-only"),
  plant("lib/cases/queries.ts", "@/lib/cases/visibility"),
  plant("lib/deadlines/queries.ts", "@/lib/cases/visibility"),
  plant("lib/cases/loaders.ts", "@/lib/cases/queries"),
  plant("lib/cases/loaders.ts", "@/lib/auth/reading"),
  plant("lib/cases/loaders.ts", "react"),
  plant("lib/cases/loaders.ts", "next/navigation"),
  plant("lib/cases/commands/assign-case.ts", "@/lib/db/schema/cases"),
  plant("lib/cases/commands/assign-case.ts", "@/lib/command/define-command"),
  plant("lib/cases/commands/assign-case.ts", "@/lib/jobs/enqueue"),
  plant("lib/cases/commands/assign-case.ts", "@/lib/policy/can"),
  plant("lib/cases/commands/assign-case.ts", "@/lib/deadlines/queries"),
  plant("lib/cases/actions.ts", "@/lib/cases/commands/assign-case"),
  plant("lib/cases/actions.ts", "next/cache"),
  plant("lib/auth/session.ts", "@/lib/db/client"),
  plant("lib/auth/options.ts", "next-auth"),
  plant("lib/jobs/worker.ts", "@/lib/cases/jobs"),
  plant("lib/cases/queries.db.test.ts", "@/lib/testing/factories"),
  plant("components/ui/button.tsx", "@base-ui/react"),
  plant("components/forms/form.tsx", "@/components/ui/button"),
  plantType("components/ui/date-field.tsx", "@/lib/express-entry/timing/calendar-date"),
  plantType("components/forms/form.tsx", "@/lib/command/action-result"),
  plant("components/cases/case-list.tsx", "@/components/layout/page-header"),
  plant("components/cases/case-list.tsx", "@/lib/cases/actions"),
  plant("app/(staff)/cases/page.tsx", "@/lib/cases/loaders"),
  plant("app/(staff)/cases/page.tsx", "@/components/cases/case-list"),
  plant("app/api/uploads/route.ts", "@/lib/documents/commands/store-upload"),
  plant("app/api/uploads/route.ts", "@/lib/auth/require-actor-context"),
  plant("scripts/seed.ts", "@/lib/db/client"),
];
