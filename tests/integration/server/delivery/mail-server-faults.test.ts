import { createServer, type AddressInfo, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { closeMailServer, sendMail } from "#server/delivery/smtp.ts";
import { handleDelivery } from "#server/jobs/deliver.ts";
import { setEnv, storeDelivery, storeSituation } from "#tests/support/delivery.ts";
import { openSmtpSink, type SmtpSink, type Verdict } from "#tests/support/smtp-sink.ts";
import { useTestDatabase } from "#tests/support/test-database.ts";
import { valueOf } from "#tests/support/value-of.ts";

const database = useTestDatabase();
let sink: SmtpSink;

beforeAll(async () => {
  sink = await openSmtpSink();
  setEnv({ SMTP_URL: sink.url, LOG_LEVEL: "silent" });
});
afterAll(async () => {
  closeMailServer();
  await sink.close();
});
beforeEach(() => {
  sink.mails.length = 0;
  sink.decide = () => "take";
});

async function storeReceipt(email = "visitor@example.org"): Promise<string> {
  const { id: situationId } = await storeSituation(database.client, { email });
  return storeDelivery(database.client, "receiptMail", { situationId });
}

const at =
  (stage: string, verdict: Verdict): SmtpSink["decide"] =>
  (asked) =>
    asked === stage ? verdict : "take";

test.each([
  ["a recipient refused for now", "recipient", 450, "mail-not-now", false],
  ["a recipient refused for good", "recipient", 550, "mail-refused", true],
  ["a content refused for now", "data", 451, "mail-not-now", false],
  ["a content refused for good", "data", 554, "mail-refused", true],
] as const)("%s is noted in our words", async (_what, stage, code, problem, isFinal) => {
  sink.decide = at(stage, { code });
  const id = await storeReceipt();
  expect(await handleDelivery(id)).toEqual({ ok: false, error: { kind: "undelivered", problem, isFinal } });
  const delivery = await database.client.delivery.findUniqueOrThrow({ where: { id } });
  expect(delivery).toMatchObject({ problem, attempts: 1, deliveredAt: null });
  expect(await database.client.inboxEntry.count({ where: { messageId: id } })).toBe(0);
  sink.decide = () => "take";
  valueOf(await handleDelivery(id));
  expect(await database.client.delivery.findUniqueOrThrow({ where: { id } })).toMatchObject({
    problem: null,
    attempts: 2,
    deliveredAt: expect.any(Date) as Date,
  });
});

test("a server that hangs up after the data gets the mail again under the same id", async () => {
  sink.decide = at("data", "hang-up");
  const id = await storeReceipt();
  const first = await handleDelivery(id);
  expect(first).toMatchObject({ error: { problem: "mail-unreachable", isFinal: false } });
  sink.decide = () => "take";
  valueOf(await handleDelivery(id));
  expect(sink.mails.map(({ messageId }) => messageId)).toEqual(Array(2).fill(`<${id}@localhost>`));
});

test("a mail that is held up does not hold up the others", async () => {
  sink.decide = (stage, address) => (stage === "recipient" && address.startsWith("slow") ? "hang" : "take");
  const slow = handleDelivery(await storeReceipt("slow@example.org"));
  await sleep(200);
  const startedAt = performance.now();
  for (let index = 0; index < 20; index += 1) valueOf(await handleDelivery(await storeReceipt()));
  expect(performance.now() - startedAt).toBeLessThan(5000);
  expect(sink.mails).toHaveLength(20);
  expect(await slow).toMatchObject({ error: { problem: "mail-slow", isFinal: false } });
});

const MAIL = {
  messageId: "<1@x>",
  references: null,
  to: "a@example.org",
  subject: "s",
  text: "t",
  html: "h",
};

/** A server that answers one sign at a time, or not at all. */
async function withServer(serve: (socket: Socket) => void, work: (url: string) => Promise<void>) {
  const server = createServer(serve);
  await new Promise<void>((listening) => void server.listen(0, "127.0.0.1", listening));
  await work(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}`);
  closeMailServer();
  server.close();
}

test("a server that never greets, drips, or is not there ends in time", { timeout: 60_000 }, async () => {
  const drip = (socket: Socket): void => {
    socket.on("error", () => undefined);
    socket.write("220 ");
    const timer = setInterval(() => socket.write("x"), 500);
    socket.on("close", () => clearInterval(timer));
  };
  const startedAt = performance.now();
  await withServer(
    (socket) => socket.on("error", () => undefined),
    async (url) => expect(await sendMail(url, MAIL, undefined)).toEqual({ ok: false, error: "mail-slow" }),
  );
  await withServer(drip, async (url) =>
    expect(await sendMail(url, MAIL, undefined)).toEqual({ ok: false, error: "mail-slow" }),
  );
  expect(await sendMail("smtp://127.0.0.1:1", MAIL, undefined)).toEqual({
    ok: false,
    error: "mail-unreachable",
  });
  expect(performance.now() - startedAt).toBeLessThan(30_000);
});

test("a password is not sent without encryption, except to this very machine", async () => {
  const said: string[] = [];
  const plain = (socket: Socket): void => {
    socket.on("error", () => undefined);
    socket.write("220 here\r\n");
    socket.on("data", (data) => {
      said.push(data.toString());
      socket.write("250-here\r\n250 AUTH PLAIN\r\n");
    });
  };
  await withServer(plain, async (url) => {
    const { port } = new URL(url);
    // This machine by another name, which nothing tells from any other.
    const sent = await sendMail(`smtp://user:secret@0.0.0.0:${port}`, MAIL, undefined);
    expect(sent.ok).toBe(false);
  });
  expect(said.join("")).toMatch(/^EHLO/);
  expect(said.join("")).not.toMatch(/AUTH|secret/);
});
