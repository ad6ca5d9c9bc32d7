import "server-only";
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { arch, tmpdir } from "node:os";
import { join } from "node:path";
import type { Programs } from "@/lib/db/server/programs";

/** Where a copy may stand, best first: kept over restarts, then not. */
const places = () => ["/var/lib/landfall", join(tmpdir(), "landfall-programs")];

/**
 * Copies the programs to a folder that every account may enter, for a project that lies where only root may.
 * A copy is made once per version and used by every project on the machine; only root can write to it.
 * `works` tries a copy (the place may be mounted noexec). Null: no place would do.
 */
export function stagePrograms(programs: Programs, works: (copy: Programs) => boolean): Programs | null {
  for (const place of places()) {
    try {
      const copy = { ...programs, root: copyInto(place, programs) };
      if (works(copy)) return copy;
    } catch {
      // Not writable, or not safe: the next place.
    }
  }
  return null;
}

function copyInto(place: string, programs: Programs): string {
  mkdirSync(place, { recursive: true, mode: 0o755 });
  const { uid, mode } = lstatSync(place);
  if (uid !== process.geteuid?.() || (mode & 0o022) !== 0) {
    throw new Error(`${place} is not ours alone: somebody else could exchange the programs`);
  }
  chmodSync(place, 0o755);
  const target = join(place, `postgresql-${programs.version}-${arch()}`);
  if (existsSync(target)) return target;
  const draft = `${target}.${randomUUID()}`;
  try {
    // The static libraries are for compilers; without them the copy is a third smaller.
    cpSync(programs.root, draft, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !path.endsWith(".a"),
    });
    // npm writes with the umask of the moment, which may hide the files from other accounts.
    execFileSync("chmod", ["-R", "a+rX,go-w", draft]);
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}
