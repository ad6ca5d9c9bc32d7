import { startLandfall } from "./start/main";
import { development } from "./start/mode";
import { printWelcome } from "./start/welcome";

// `npm run dev`: as `npm start`, without a build, and the web with hot reload.
await startLandfall(development, printWelcome);
