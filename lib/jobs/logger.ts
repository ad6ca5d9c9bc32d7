import { Logger } from "graphile-worker";

type Write = (level: string, message: string) => void;

/**
 * graphile-worker's messages for our log, without the details it attaches: a job's payload is an id, but an
 * error there may quote anything.
 */
export function queueLogger(write: Write): Logger {
  return new Logger(() => (level, message) => write(level, message));
}

/** For moments when a failure is thrown anyway and success is not news. */
export const quietLogger = queueLogger(() => undefined);
