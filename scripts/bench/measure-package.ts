import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import { ZipFile } from "yazl";
import { monotonicMilliseconds } from "@/lib/clock/clock";
import { assemble } from "@/lib/encoding/assemble";
import { describe } from "@/lib/encoding/describe";
import { runEncoding } from "@/lib/encoding/run-encoding";
import type { PageChoice } from "@/lib/encoding/types";
import { specimenPdf } from "../seed/specimen-pdf";

const run = promisify(execFile);

/** Milliseconds of each way to put the files of a package together; null: the program is not on this machine. */
export interface PackageMeasure {
  slots: number;
  merged: number;
  /** A child process for each reading and each merging, as the worker does it. */
  children: number;
  /** The same work by the same code in one process, without a wall around it. */
  oneProcess: number;
  /** `qpdf --check` for each reading, `qpdf --empty --pages` for each merging. */
  qpdf: number | null;
  /** The ZIP of the files as it is streamed. */
  zipped: number;
  /** `zip -0` of the same files. */
  zip: number | null;
}

/** A file of one person: most slots are one document as it came, some are merged of two. */
const SLOTS = 12;
const MERGED = 4;

const BOTH: readonly PageChoice[] = [
  { source: 0, page: 0, turn: 0 },
  { source: 1, page: 0, turn: 0 },
];

function slotSources(): Buffer[][] {
  return Array.from({ length: SLOTS }, (_, slot) =>
    Array.from({ length: slot < MERGED ? 2 : 1 }, (_source, part) =>
      specimenPdf(`Slot ${slot + 1}`, [`Part ${part + 1}`]),
    ),
  );
}

async function timed<T>(work: () => Promise<T>): Promise<{ took: number; result: T }> {
  const started = monotonicMilliseconds();
  const result = await work();
  return { took: monotonicMilliseconds() - started, result };
}

async function inChildren(slots: readonly Buffer[][]): Promise<Buffer[]> {
  const files: Buffer[] = [];
  for (const sources of slots) {
    for (const source of sources) await runEncoding({ op: "describe" }, [source]);
    const [only = Buffer.alloc(0)] = sources;
    if (sources.length === 1) files.push(only);
    else {
      const made = await runEncoding({ op: "assemble", pages: BOTH }, sources);
      if (!made.ok) throw new Error(`A specimen was not merged: ${made.failure}`);
      files.push(made.value.bytes);
    }
  }
  return files;
}

async function inOneProcess(slots: readonly Buffer[][]): Promise<void> {
  for (const sources of slots) {
    for (const source of sources) await describe(source);
    if (sources.length > 1) await assemble(BOTH, sources);
  }
}

function zipped(files: readonly Buffer[]): Promise<Buffer> {
  const zip = new ZipFile();
  const options = { compress: false, mtime: new Date(0) };
  files.forEach((file, index) => zip.addBuffer(file, `${index}.pdf`, options));
  zip.end();
  return buffer(zip.outputStream);
}

async function isThere(program: string): Promise<boolean> {
  return run(program, ["--version"]).then(
    () => true,
    () => false,
  );
}

async function withQpdf(slots: readonly Buffer[][], folder: string): Promise<void> {
  for (const [slot, sources] of slots.entries()) {
    const paths = sources.map((_, part) => join(folder, `${slot}-${part}.pdf`));
    for (const path of paths) await run("qpdf", ["--check", path]);
    if (paths.length > 1)
      await run("qpdf", ["--empty", "--pages", ...paths, "--", join(folder, "merged.pdf")]);
  }
}

/** Puts the files of a package of twelve slots together in each way. */
export async function measurePackage(): Promise<PackageMeasure> {
  const slots = slotSources();
  const folder = await mkdtemp(join(tmpdir(), "landfall-bench-"));
  try {
    const built = await timed(() => inChildren(slots));
    const paths = await Promise.all(
      slots.flatMap((sources, slot) =>
        sources.map(async (source, part) => {
          const path = join(folder, `${slot}-${part}.pdf`);
          await writeFile(path, source);
          return path;
        }),
      ),
    );
    const archive = join(folder, "package.zip");
    return {
      slots: SLOTS,
      merged: MERGED,
      children: built.took,
      oneProcess: (await timed(() => inOneProcess(slots))).took,
      qpdf: (await isThere("qpdf")) ? (await timed(() => withQpdf(slots, folder))).took : null,
      zipped: (await timed(() => zipped(built.result))).took,
      zip: (await isThere("zip"))
        ? (await timed(() => run("zip", ["-0", "-q", archive, ...paths]))).took
        : null,
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}
