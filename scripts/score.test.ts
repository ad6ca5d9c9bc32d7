/** `npm run score` as a process: streams, byte-order mark, line ends, exit codes. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const script = fileURLToPath(new URL("./score.ts", import.meta.url));
const ielts = (id: number, reading = 7) =>
  `{"id":${id},"test":"ielts_general","takenOn":"2026-01-05","listening":8,"reading":${reading},"writing":7,"speaking":7}`;

interface Run {
  code: number | null;
  lines: string[];
  errors: string;
}

function run(input: string, ...options: string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", script, ...options]);
    let [output, errors] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
    child.once("error", reject);
    child.once("close", (code) => {
      resolve({ code, lines: output.split("\n").filter((line) => line !== ""), errors });
    });
    child.stdin.end(input);
  });
}

test("a byte-order mark, empty lines, CRLF and a last line without an end are no faults", async () => {
  const { code, lines } = await run(`\uFEFF${ielts(1)}\r\n\r\n\n${ielts(2)}`, "--language");
  expect(code).toBe(0);
  expect(lines).toEqual([
    '{"id":1,"language":"en","listening":9,"reading":9,"writing":9,"speaking":9}',
    '{"id":2,"language":"en","listening":9,"reading":9,"writing":9,"speaking":9}',
  ]);
});

test("a faulty line answers with its error, the rest go on, and the exit code is 1", async () => {
  const { code, lines } = await run(`${ielts(1)}\n${ielts(2, 9.5)}\n${ielts(3)}\n`, "--language");
  expect(code).toBe(1);
  expect(lines.map((line) => (JSON.parse(line) as { id: number }).id)).toEqual([1, 2, 3]);
  expect(JSON.parse(lines[1] ?? "")).toMatchObject({ error: { path: "reading" } });
});

test("100,000 lines come out whole and in order", async () => {
  const count = 100_000;
  const input = Array.from({ length: count }, (_, id) => ielts(id)).join("\n");
  const { code, lines } = await run(input, "--language");
  expect(code).toBe(0);
  expect(lines).toHaveLength(count);
  expect(lines.at(-1)).toContain(`"id":${count - 1},`);
}, 240_000);

test("a line is answered before the next one comes: nothing waits for the end", async () => {
  const child = spawn(process.execPath, ["--import", "tsx", script, "--language"]);
  child.stdout.setEncoding("utf8");
  const answered = once(child.stdout, "data");
  child.stdin.write(`${ielts(1)}\n`);
  expect(String((await answered)[0])).toContain('"id":1,');
  const next = once(child.stdout, "data");
  child.stdin.write(`${ielts(2).slice(0, 20)}`);
  child.stdin.end(`${ielts(2).slice(20)}`);
  expect(String((await next)[0])).toContain('"id":2,');
  expect(child.exitCode ?? (await once(child, "close"))[0]).toBe(0);
});

test("an unknown option is wrong use", async () => {
  const { code, lines, errors } = await run("", "--grid");
  expect([code, lines]).toEqual([2, []]);
  expect(errors).toContain("usage: npm run score");
});

test("nothing in, nothing out", async () => {
  expect(await run("")).toMatchObject({ code: 0, lines: [] });
});
