import { createServer } from "node:net";
import { isLoopbackHttp, type Env } from "@/lib/runtime/env";

/**
 * The address to listen on. An origin on this machine is served to this machine alone: there the demo accounts
 * have known passwords. Undefined: every address.
 */
export function listeningHost({ appOrigin }: Env): string | undefined {
  if (!isLoopbackHttp(appOrigin)) return undefined;
  return new URL(appOrigin).hostname.replace(/^\[|\]$/g, "");
}

/** Throws a sentence if the port is taken: said before anything else is done, not after a build. */
export async function requireFreePort(settings: Env): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === "EADDRINUSE" ? "is used by another program" : `cannot be used (${error.code})`;
      reject(new Error(`PORT ${settings.port} ${reason}: set PORT to another number.`));
    });
    server.listen({ port: settings.port, host: listeningHost(settings) }, resolve);
  });
  await new Promise((resolve) => server.close(resolve));
}

/** A port that is free at this moment, for a server of a test. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen({ port: 0, host: "localhost" }, resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}
