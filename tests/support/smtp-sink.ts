import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";

/** One mail as the server took it over. */
export interface SunkMail {
  readonly from: string;
  readonly recipients: readonly string[];
  readonly raw: string;
  readonly messageId: string;
  readonly at: number;
}

/** What the server does with a mail: takes it, refuses it with a code, or never answers. */
export type Verdict = "take" | "hang-up" | "hang" | { readonly code: number };

export interface SmtpSink {
  readonly url: string;
  readonly mails: SunkMail[];
  /** Decides at RCPT and at DATA; `take` until told otherwise. */
  decide: (stage: "recipient" | "data", address: string) => Verdict;
  /** How long the server takes over a mail, in milliseconds. */
  delay: number;
  readonly close: () => Promise<void>;
}

/** A real mail server on the loopback that keeps in memory whatever it takes over. */
export async function openSmtpSink(): Promise<SmtpSink> {
  const sink: SmtpSink = {
    url: "",
    mails: [],
    decide: () => "take",
    delay: 0,
    close: () => new Promise((closed) => server.close(closed)),
  };
  const refuse = (code: number): Error => Object.assign(new Error("no"), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    closeTimeout: 100,
    onRcptTo({ address }, _session, callback) {
      const verdict = sink.decide("recipient", address);
      if (verdict === "hang") return;
      callback(typeof verdict === "object" ? refuse(verdict.code) : null);
    },
    onData(stream, session, callback) {
      const take = (raw: string): void => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        const verdict = sink.decide("data", recipients[0] ?? "");
        if (typeof verdict === "object") {
          callback(refuse(verdict.code));
          return;
        }
        const from = session.envelope.mailFrom === false ? "" : session.envelope.mailFrom.address;
        const messageId = /^Message-ID: (.*)\r$/im.exec(raw)?.[1] ?? "";
        sink.mails.push({ from, recipients, raw, messageId, at: Date.now() });
        if (verdict === "hang") return;
        if (verdict === "hang-up") hangUp(session);
        else setTimeout(callback, sink.delay);
      };
      // Whoever sent it may be gone before its end.
      collect(stream).then(take, () => undefined);
    },
  });
  const hangUp = ({ id }: SMTPServerSession): void => {
    for (const connection of server.connections)
      if ((connection as unknown as { id: string }).id === id)
        (connection as unknown as { _socket: { destroy: () => void } })._socket.destroy();
  };
  server.on("error", () => undefined);
  await new Promise<void>((listening) => void server.listen(0, "127.0.0.1", listening));
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(sink, { url: `smtp://127.0.0.1:${port}` });
}

async function collect(stream: SMTPServerDataStream): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

export function parseMail({ raw }: SunkMail): Promise<Email> {
  return PostalMime.parse(raw);
}
