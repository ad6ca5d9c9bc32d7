/**
 * `npm run score`: NDJSON on stdin to NDJSON on stdout, scored by lib/express-entry (CONTRACT.md).
 * Exit code 0: every line scored; 1: at least one line has an error; 2: wrong use.
 */
import { once } from "node:events";
import { answerLine, type Mode } from "../lib/express-entry/command-line/answer-line";

const USAGE = "usage: npm run score -- [--fsw | --language] < lines.ndjson\n";
const BYTE_ORDER_MARK = "\uFEFF";

function modeOf(options: readonly string[]): Mode | null {
  if (options.length === 0) return "crs";
  if (options.length > 1) return null;
  if (options[0] === "--fsw") return "fsw";
  return options[0] === "--language" ? "language" : null;
}

/** Whole lines of stdin, a chunk's worth at a time. Split at \n only: JSON text may hold other line separators. */
async function* lineBatches(): AsyncGenerator<string[]> {
  process.stdin.setEncoding("utf8");
  let first = true;
  let rest = "";
  for await (const chunk of process.stdin as AsyncIterable<string>) {
    const text = first && chunk.startsWith(BYTE_ORDER_MARK) ? chunk.slice(1) : chunk;
    first = false;
    const end = text.lastIndexOf("\n");
    if (end < 0) {
      rest += text;
    } else {
      yield (rest + text.slice(0, end)).split("\n");
      rest = text.slice(end + 1);
    }
  }
  yield [rest];
}

async function main(mode: Mode): Promise<void> {
  for await (const lines of lineBatches()) {
    let output = "";
    for (const line of lines) {
      const result = answerLine(line, mode);
      if (result === null) continue;
      output += `${result.output}\n`;
      if (!result.ok) process.exitCode = 1;
    }
    if (output !== "" && !process.stdout.write(output)) await once(process.stdout, "drain");
  }
}

// A reader that has seen enough (`| head`) is no fault of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

const mode = modeOf(process.argv.slice(2));
if (mode === null) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  await main(mode);
}
