/** Starts a timer; the returned function cancels it. Tests pass their own. */
export type StartTimer = (milliseconds: number, onElapsed: () => void) => () => void;

export const startSystemTimer: StartTimer = (milliseconds, onElapsed) => {
  const timer = setTimeout(onElapsed, milliseconds);
  return () => clearTimeout(timer);
};
