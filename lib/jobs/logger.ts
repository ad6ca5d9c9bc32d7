import { Logger } from "graphile-worker";

/**
 * Says nothing. The library's messages quote errors, and those may quote names and addresses; failed jobs reach
 * our own log through the worker's events instead.
 */
export const quietLogger = new Logger(() => () => undefined);
