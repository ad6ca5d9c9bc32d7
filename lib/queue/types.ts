/** One task of the queue: how many of its jobs wait, run, and are dead. */
export interface TaskCount {
  task: string;
  waiting: number;
  running: number;
  dead: number;
}

/** A job that was tried as often as it may be. */
export interface DeadJob {
  id: number;
  task: string;
  attempts: number;
  /** The class of the last error, never its words. */
  fault: string;
  addedAt: Date;
  lastTriedAt: Date;
}

export interface QueuePage {
  counts: TaskCount[];
  dead: DeadJob[];
  /** Dead jobs that are not listed. */
  more: number;
  /** When a worker last showed a sign of life; null: never. */
  workerSeenAt: Date | null;
  timeZone: string;
}
