import { once } from "node:events";
import type { Socket } from "node:net";
import { createServer } from "node:net";
import { SMTPServer } from "smtp-server";
import { onTestFinished } from "vitest";

/** What the server does with the next mails, in turn; the last one for all that follow. */
export type MailAnswer =
  | "accept"
  /** To the recipient, to the content. */
  | "550 recipient"
  | "554 content"
  /** Greylisting: come back later. */
  | "451 recipient"
  /** Takes the content and then hangs up without an answer. */
  | "drop after DATA"
  /** Takes its time with the answer. */
  | "slow";

export interface ReceivedMail {
  to: string[];
  /** The message as it came, headers first. */
  raw: string;
  messageId: string;
}

const SLOW = 300;

function refusal(code: number): Error {
  return Object.assign(new Error("refused, for a reason that names priya@firm.test"), { responseCode: code });
}

async function bodyOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

/** A real SMTP server on this machine that answers as it is told, and keeps what it has accepted. */
export async function mailServer(...answers: MailAnswer[]) {
  const received: ReceivedMail[] = [];
  let asked = 0;
  let answer: MailAnswer = "accept";
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onConnect: (_session, done) => {
      answer = answers[Math.min(asked++, answers.length - 1)] ?? "accept";
      done();
    },
    onRcptTo: (_address, _session, done) =>
      done(answer === "550 recipient" ? refusal(550) : answer === "451 recipient" ? refusal(451) : null),
    onData: (stream, session, done) => {
      void bodyOf(stream as AsyncIterable<Buffer>).then((raw) => {
        if (answer === "554 content") return done(refusal(554));
        const messageId = /^message-id: (.+)$/im.exec(raw)?.[1]?.trim() ?? "";
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw, messageId });
        if (answer === "drop after DATA") for (const socket of sockets) socket.destroy();
        else if (answer === "slow") setTimeout(() => done(), SLOW);
        else done();
      });
    },
  });
  server.on("error", () => undefined);
  server.server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  onTestFinished(() => new Promise<void>((end) => server.close(() => end())));
  return { url: `smtp://127.0.0.1:${portOf(server.server.address())}`, received };
}

function portOf(address: ReturnType<SMTPServer["server"]["address"]>): number {
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** A server that takes connections and never says a word. */
export async function silentServer(): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => void sockets.add(socket)).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `smtp://127.0.0.1:${portOf(server.address())}`;
}
