import { startLandfall } from "./start/main";
import { production } from "./start/mode";
import { printWelcome } from "./start/welcome";

// `npm start`: everything that the product needs, until Ctrl-C.
await startLandfall(production, printWelcome);
