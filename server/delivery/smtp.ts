import { createTransport, type Transporter } from "nodemailer";
import type { DeliveryProblem } from "#core/delivery/delivery.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { Mail } from "./letter.ts";
import { sender } from "./mail-address.ts";

/** As many as the jobs at work at once (server/jobs/start-jobs.ts), and few enough for any mail server. */
const CONNECTIONS = 6;
/** For all of a mail, so that a server that answers one sign at a time cannot hold a connection for ever. */
const MAIL_WITHIN_MS = 20_000;

const LIMITS = {
  pool: true,
  maxConnections: CONNECTIONS,
  maxMessages: 100,
  dnsTimeout: 5000,
  connectionTimeout: 5000,
  greetingTimeout: 8000,
  socketTimeout: 10_000,
  disableFileAccess: true,
  disableUrlAccess: true,
} as const;

interface Opened {
  readonly url: string;
  readonly transport: Transporter;
}

let opened: Opened | undefined;

/** The connections to the mail server at `url`, opened when the first mail needs one. */
function transportTo(url: string): Transporter {
  if (opened?.url === url) return opened.transport;
  closeMailServer();
  const { hostname, username, protocol } = new URL(url);
  const isHere = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
  // STARTTLS is used wherever it is offered; a password goes nowhere without it.
  const requireTLS = protocol === "smtp:" && username !== "" && !isHere;
  opened = { url, transport: createTransport({ ...LIMITS, requireTLS, url }) };
  return opened.transport;
}

export function closeMailServer(): void {
  opened?.transport.close();
  opened = undefined;
}

/** Hands a mail to the mail server; the value means that the server took it over. */
export async function sendMail(
  url: string,
  mail: Mail,
  claim: AbortSignal | undefined,
): Promise<Result<void, DeliveryProblem>> {
  const { name, address } = sender();
  const limit = AbortSignal.timeout(MAIL_WITHIN_MS);
  const signal = claim === undefined ? limit : AbortSignal.any([limit, claim]);
  try {
    await transportTo(url).sendMail({
      from: { name, address },
      to: { name: "", address: mail.to },
      envelope: { from: address, to: [mail.to] },
      messageId: mail.messageId,
      ...(mail.references !== null && { references: mail.references, inReplyTo: mail.references }),
      subject: mail.subject,
      headers: { "Auto-Submitted": "auto-generated" },
      text: mail.text,
      html: mail.html,
      signal,
    });
    return ok(undefined);
  } catch (error) {
    return err(problemOf(error));
  }
}

const PROBLEM_BY_CODE: Readonly<Record<string, DeliveryProblem>> = {
  EABORT: "mail-slow",
  ETIMEDOUT: "mail-slow",
  EAUTH: "mail-sign-in",
  ENOAUTH: "mail-sign-in",
  ETLS: "mail-tls",
  EREQUIRETLS: "mail-tls",
};

interface SmtpError extends Error {
  readonly code?: string;
  readonly responseCode?: number;
  readonly command?: string;
}

/** Of an error of nodemailer only our own word is kept: its message quotes the server, and that the recipient. */
function problemOf(error: unknown): DeliveryProblem {
  if (!(error instanceof Error)) return "unexpected";
  const { code = "", responseCode = 0, name } = error as SmtpError;
  if (name === "AbortError" || name === "TimeoutError") return "mail-slow";
  const known = PROBLEM_BY_CODE[code];
  if (known !== undefined) return known;
  // A refusal for good is one of this mail: of its recipient, or of its content.
  if (responseCode >= 500)
    return code === "EENVELOPE" || code === "EMESSAGE" ? "mail-refused" : "mail-not-now";
  if (responseCode >= 400) return "mail-not-now";
  return /CERT|SSL|TLS|SELF_SIGNED/.test(code) ? "mail-tls" : "mail-unreachable";
}
