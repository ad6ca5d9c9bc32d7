import "server-only";
import { createTransport } from "nodemailer";
import type { MailTransport } from "./deliver-mail";

/** Milliseconds. Together shorter than the database lets a transaction idle (30 s). */
const PATIENCE = { connect: 8_000, answer: 15_000 };

/**
 * Sends by SMTP. Only rendered text goes in: no `raw`, no header, no attachment, no path, and nodemailer may
 * read neither files nor URLs (GHSA-p6gq-j5cr-w38f).
 */
export function smtpTransport(smtpUrl: string, { connect, answer } = PATIENCE): MailTransport {
  const transporter = createTransport({
    url: smtpUrl,
    disableFileAccess: true,
    disableUrlAccess: true,
    connectionTimeout: connect,
    greetingTimeout: connect,
    socketTimeout: answer,
  });
  return async ({ from, to, subject, text, html, messageId }) => {
    await transporter.sendMail({
      from: { name: from.name.replace(/\p{Cc}/gu, " "), address: from.address },
      to: { name: "", address: to },
      subject,
      text,
      html,
      messageId,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  };
}
