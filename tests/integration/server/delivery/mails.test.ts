import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { linkToken } from "#server/auth/link-token.ts";
import { closeMailServer } from "#server/delivery/smtp.ts";
import { openBoss } from "#server/jobs/boss.ts";
import { handleDelivery } from "#server/jobs/deliver.ts";
import { createAccount } from "#tests/support/accounts.ts";
import { setEnv, storeDelivery, storeSituation } from "#tests/support/delivery.ts";
import { openSmtpSink, parseMail, type SmtpSink, type SunkMail } from "#tests/support/smtp-sink.ts";
import { useTestDatabase } from "#tests/support/test-database.ts";
import { valueOf } from "#tests/support/value-of.ts";

const database = useTestDatabase();
let sink: SmtpSink;
let stopBoss: () => Promise<void>;

beforeAll(async () => {
  sink = await openSmtpSink();
  setEnv({
    SMTP_URL: sink.url,
    MAIL_FROM: "Seamark <seamark@seamark.example>",
    PUBLIC_URL: "https://seamark.example",
    LOG_LEVEL: "silent",
  });
  const boss = valueOf(await openBoss(database.url));
  stopBoss = () => boss.stop({ graceful: false });
});
afterAll(async () => {
  await stopBoss();
  closeMailServer();
  await sink.close();
});
beforeEach(() => {
  sink.mails.length = 0;
  sink.decide = () => "take";
});

function findDelivery(id: string) {
  return database.client.delivery.findUniqueOrThrow({ where: { id } });
}

/** Makes a delivery and gives back the one mail it became. */
async function deliver(id: string): Promise<SunkMail> {
  valueOf(await handleDelivery(id));
  expect(sink.mails).toHaveLength(1);
  expect(await findDelivery(id)).toMatchObject({
    problem: null,
    deadAt: null,
    deliveredAt: expect.any(Date) as Date,
  });
  return sink.mails[0]!;
}

describe("every mail", () => {
  test("has one sender, one recipient, a stable id, and says that a program sent it", async () => {
    const situation = await storeSituation(database.client);
    const id = await storeDelivery(database.client, "receiptMail", { situationId: situation.id });
    const sunk = await deliver(id);
    expect(sunk).toMatchObject({ from: "seamark@seamark.example", recipients: ["visitor@example.org"] });
    expect(sunk.messageId).toBe(`<${id}@seamark.example>`);
    const mail = await parseMail(sunk);
    expect(mail.from).toMatchObject({ name: "Seamark", address: "seamark@seamark.example" });
    expect(mail.to).toMatchObject([{ address: "visitor@example.org" }]);
    expect(mail.headers.find(({ key }) => key === "auto-submitted")?.value).toBe("auto-generated");
    expect(mail.attachments).toEqual([]);
    expect(mail.text).toContain(situation.reference);
    expect(mail.html).toContain(situation.reference);
  });

  test("is not sent again for a delivery that was made", async () => {
    const { id: situationId } = await storeSituation(database.client);
    const id = await storeDelivery(database.client, "receiptMail", { situationId });
    await deliver(id);
    valueOf(await handleDelivery(id));
    expect(sink.mails).toHaveLength(1);
    expect(await findDelivery(id)).toMatchObject({ attempts: 1 });
  });
});

describe("each kind", () => {
  test("a receipt has the reference, the fit, the private link and nothing of what was written", async () => {
    const situation = await storeSituation(database.client, { failing: "canary-of-the-visitor" });
    const id = await storeDelivery(database.client, "receiptMail", { situationId: situation.id });
    const { text = "", html = "", subject } = await parseMail(await deliver(id));
    expect(subject).toBe(`Your situation is with us (${situation.reference})`);
    for (const body of [text, html]) {
      expect(body).toContain("This looks structural");
      const link = linkToken("situation", situation.id);
      expect(body).toContain(`https://seamark.example/situation/mine/${link}`);
      expect(body).not.toContain("canary");
    }
  });

  test("a reply has what staff wrote, as text, and belongs under the receipt", async () => {
    const { id: situationId } = await storeSituation(database.client);
    const receipt = await storeDelivery(database.client, "receiptMail", { situationId });
    const text = "Please look at <b>the gateway</b>.\n.\nThank you & goodbye";
    const message = { id: randomUUID(), situationId, direction: "toVisitor", text } as const;
    await database.client.situationMessage.create({ data: message });
    const id = await storeDelivery(database.client, "replyMail", { situationId, subjectId: message.id });
    const mail = await parseMail(await deliver(id));
    expect(mail).toMatchObject({ references: `<${receipt}@seamark.example>` });
    expect(mail.inReplyTo).toBe(`<${receipt}@seamark.example>`);
    expect(mail.text).toContain("> Please look at <b>the gateway</b>.\n> .\n> Thank you & goodbye");
    expect(mail.html).toContain("&lt;b&gt;the gateway&lt;/b&gt;");
  });

  test("a notice to staff names the situation and nothing of the visitor", async () => {
    const situation = await storeSituation(database.client, { failing: "canary-of-the-visitor" });
    for (const kind of ["staffMail", "additionMail"] as const) {
      sink.mails.length = 0;
      const id = await storeDelivery(database.client, kind, { situationId: situation.id });
      const sunk = await deliver(id);
      expect(sunk.recipients).toEqual(["seamark@seamark.example"]);
      const { text = "", html = "" } = await parseMail(sunk);
      expect(text).toContain(`https://seamark.example/console/situations/${situation.id}`);
      expect(text).toContain(situation.reference);
      for (const body of [text, html]) expect(body).not.toMatch(/canary|visitor@example/);
    }
  });

  test("an invitation and a reset lead to their link, and only while it is good", async () => {
    const { actor, email } = await createAccount("member");
    const expiresAt = new Date(Date.now() + 60_000);
    const cases = [
      ["invitationMail", "invitation", { email: "new@example.org" }, "new@example.org", "/invitation/"],
      ["resetMail", "passwordReset", { userId: actor.id }, email, "/reset/"],
    ] as const;
    for (const [kind, purpose, whom, to, path] of cases) {
      sink.mails.length = 0;
      const ticket = { id: randomUUID(), purpose, expiresAt, ...whom };
      await database.client.ticket.create({ data: ticket });
      const sunk = await deliver(await storeDelivery(database.client, kind, { subjectId: ticket.id }));
      expect(sunk.recipients).toEqual([to]);
      const token = linkToken(purpose === "invitation" ? "invitation" : "password-reset", ticket.id);
      expect((await parseMail(sunk)).text).toContain(`https://seamark.example${path}${token}`);
      await database.client.ticket.update({ where: { id: ticket.id }, data: { usedAt: new Date() } });
      const late = await storeDelivery(database.client, kind, { subjectId: ticket.id });
      expect(await handleDelivery(late)).toMatchObject({ error: { problem: "subject-gone", isFinal: true } });
    }
    await database.client.user.deleteMany({});
  });

  test("a notice about an account goes to whom it belongs", async () => {
    const { actor, email } = await createAccount("member");
    const id = await storeDelivery(database.client, "securityMail", { subjectId: actor.id });
    const sunk = await deliver(id);
    expect(sunk.recipients).toEqual([email]);
    expect((await parseMail(sunk)).subject).toBe("Your password was changed");
    await database.client.user.deleteMany({});
  });
});

test("everybody who works here gets a notice of their own, once", async () => {
  const [owner, staff] = [await createAccount("owner"), await createAccount("staff")];
  await createAccount("member");
  const { id: situationId } = await storeSituation(database.client);
  const id = await storeDelivery(database.client, "staffMail", { situationId });
  await Promise.all([handleDelivery(id), handleDelivery(id)]);
  const deliveries = await database.client.delivery.findMany({ where: { situationId } });
  expect(new Set(deliveries.map(({ recipientId }) => recipientId))).toEqual(
    new Set([owner.actor.id, staff.actor.id]),
  );
  expect(deliveries).toHaveLength(2);
  for (const delivery of deliveries) valueOf(await handleDelivery(delivery.id));
  expect(new Set(sink.mails.flatMap(({ recipients }) => recipients))).toEqual(
    new Set([owner.email, staff.email]),
  );

  const assigned = await storeSituation(database.client);
  await database.client.situation.update({
    where: { id: assigned.id },
    data: { assigneeId: staff.actor.id },
  });
  const addition = await storeDelivery(database.client, "additionMail", { situationId: assigned.id });
  valueOf(await handleDelivery(addition));
  expect(await database.client.delivery.count({ where: { situationId: assigned.id } })).toBe(1);
  expect(await findDelivery(addition)).toMatchObject({ recipientId: staff.actor.id });
  await database.client.user.deleteMany({});
});

test("what was erased is not sent", async () => {
  const { id: situationId } = await storeSituation(database.client);
  const id = await storeDelivery(database.client, "receiptMail", { situationId });
  await database.client.situation.update({ where: { id: situationId }, data: { state: "erased" } });
  expect(await handleDelivery(id)).toMatchObject({ error: { problem: "subject-gone", isFinal: true } });
  expect(await handleDelivery(randomUUID())).toMatchObject({ ok: true });
  expect(sink.mails).toEqual([]);
});

const INJECTIONS = [
  "\r\nBcc: evil@evil.example",
  "\nTo: evil@evil.example",
  "\r\n\r\nBody",
  "\u0000",
  "\u2028X: y",
];
const WRAPPED = [
  "%0d%0aBcc: evil@evil.example",
  "=?utf-8?Q?=0D=0ABcc:_evil@evil.example?=",
  "\u560d\u560aBcc: e@e.e",
];
const RECIPIENTS = [", evil@evil.example", "; evil@evil.example", " <evil@evil.example>", '"@evil.example'];

/** 200 texts that would be a header or a second recipient if anything took them for more than text. */
function hostileTexts(): string[] {
  const seeds = [...INJECTIONS, ...WRAPPED, ...RECIPIENTS];
  return Array.from({ length: 200 }, (_, index) => {
    const seed = seeds[index % seeds.length]!;
    const place = Math.floor(index / seeds.length) % 4;
    return [`x${seed}`, `${seed}x`, `x${seed}x${seed}`, `visitor@example.org${seed}`][place]! + String(index);
  });
}

test("no text of anybody becomes a header, a recipient or another mail (T26)", async () => {
  const known = new Set(
    ["from", "to", "subject", "message-id", "in-reply-to", "references", "auto-submitted", "date"].concat([
      "mime-version",
      "content-type",
    ]),
  );
  let sent = 0;
  for (const text of hostileTexts()) {
    sink.mails.length = 0;
    const email = text.startsWith("visitor") ? text : "visitor@example.org";
    const { id: situationId } = await storeSituation(database.client, {
      email: email.replaceAll("\0", ""),
      failing: text.replaceAll("\0", ""),
    });
    const subjectId = randomUUID();
    const message = { situationId, direction: "toVisitor", text: text.replaceAll("\0", "") } as const;
    await database.client.situationMessage.create({ data: { id: subjectId, ...message } });
    const id = await storeDelivery(database.client, "replyMail", { situationId, subjectId });
    const handled = await handleDelivery(id);
    if (!handled.ok) {
      // An address that is not one address gets nothing at all.
      expect([email, handled.error]).toMatchObject([text, { problem: "no-recipient" }]);
      expect(sink.mails).toEqual([]);
      continue;
    }
    sent += 1;
    expect(sink.mails).toHaveLength(1);
    expect(sink.mails[0]!.recipients).toHaveLength(1);
    const mail = await parseMail(sink.mails[0]!);
    const [head = ""] = sink.mails[0]!.raw.split("\r\n\r\n");
    expect(mail.headers.map(({ key }) => key).filter((key) => !known.has(key))).toEqual([]);
    expect(head).not.toMatch(/evil|^bcc:/im);
    expect(mail.to).toHaveLength(1);
  }
  console.log(JSON.stringify({ id: "T26", payloads: 200, sent, injectedHeaders: 0, foreignRecipients: 0 }));
  expect(sent).toBeGreaterThan(100);
});
