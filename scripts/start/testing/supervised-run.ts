import { startLandfall } from "../main";

// `npm start` with a web process that needs no build: for tests of the supervisor.
await startLandfall(
  {
    nodeEnv: "production",
    build: () => Promise.resolve(),
    webArgs: (port, host = "localhost") => [
      ...["--import", "./scripts/start/exit-with-parent.mjs"],
      ...["scripts/start/testing/stub-web.mjs", String(port), host],
    ],
  },
  () => console.log("ready"),
);
