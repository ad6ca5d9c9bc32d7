/**
 * Aborted when this process is to end: by a signal, as often as it comes (the terminal and npm may both send one),
 * or because the process that started it is gone and nobody could stop it any more.
 */
export function stopRequest(): AbortSignal {
  const stopping = new AbortController();
  for (const event of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"])
    process.on(event, () => stopping.abort());
  if (process.send && !process.connected) stopping.abort(); // gone before we listened
  return stopping.signal;
}
