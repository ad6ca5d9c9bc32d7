// `node scripts/run.mjs <script> [arguments]` runs scripts/<script>.ts on a fresh clone too: it installs first if
// need be. Node's own modules only.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installIfNeeded } from "./install-if-needed.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const [script, ...args] = process.argv.slice(2);

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Landfall needs Node 20.19 or newer; this is ${process.version}.`);
  process.exit(1);
}

let child;
// The terminal sends Ctrl-C to the script as well; npm and service managers may signal this process alone. A script
// that is told twice stops once. Before there is a script, the default applies.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => (child ? child.kill(signal) : process.exit(128)));
}

// Started by a script of ours, this process also ends with it.
process.on("disconnect", () => child?.kill("SIGTERM"));
process.channel?.unref();

try {
  await installIfNeeded();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

// The condition makes `import "server-only"` the no-op that it is inside the server. The channel tells the script
// when this process is killed.
const flags = ["--conditions=react-server", "--import", "tsx"];
child = spawn(process.execPath, [...flags, join(root, "scripts", `${script}.ts`), ...args], {
  cwd: root,
  stdio: ["inherit", "inherit", "inherit", "ipc"],
});
child.once("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
