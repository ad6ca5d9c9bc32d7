import type { UnknownFact } from "@/lib/express-entry/crs/factors-on";
import type { FactLinks } from "./edit-target";

/** Where each answer that a score misses is given, by the path of the fact. */
export function answerHrefs(unknowns: readonly UnknownFact[], links: FactLinks): Record<string, string> {
  return Object.fromEntries(unknowns.map((unknown) => [unknown.path, answerHref(unknown, links)]));
}

function answerHref({ path, personId }: UnknownFact, links: FactLinks): string {
  const job = /^jobs\.([^.]+)\.(.+)$/.exec(path);
  if (job) return links.edit("job", job[1] ?? "", job[2]);
  if (path === "siblingInCanada") return links.family("relatives", path);
  if (path === "spouse" || personId === null) return links.addPerson;
  return links.edit("person", personId, path);
}
