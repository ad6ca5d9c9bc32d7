// Loaded before Next (`node --import`): ends the web process when its supervisor is killed, for nobody would stop or
// restart it any more. Next's own handler of SIGTERM lets open requests end first.
const drainMilliseconds = 10_000;

function end() {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), drainMilliseconds).unref();
}

// `next dev` forks its server with the same `--import`: that one answers to Next, and needs its channel kept open.
const isOurs = process.env.NEXT_PRIVATE_WORKER === undefined;

// The supervisor may be gone before this file is read: then there is no event to wait for.
if (isOurs) {
  if (!process.connected) process.exit(1);
  process.once("disconnect", end);
  process.channel?.unref();
}
