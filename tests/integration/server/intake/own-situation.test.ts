import { randomBytes, randomUUID } from "node:crypto";
import type { PgBoss } from "pg-boss";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FORMAT } from "#core/architecture/vocabulary.ts";
import { linkToken } from "#server/auth/link-token.ts";
import { openSecret } from "#server/auth/secret.ts";
import { openBoss } from "#server/jobs/boss.ts";
import { DELIVERY, DELIVERY_DEAD } from "#server/jobs/queues.ts";
import { eraseSituation } from "#server/services/erase-situation.ts";
import { changeOwnSituation, findOwnSituation, ownSituationPath } from "#server/services/own-situation.ts";
import { submitSituation } from "#server/services/submit-situation.ts";
import { createAccount, unknownId } from "#tests/support/accounts.ts";
import { TEST_SECRET } from "#tests/support/test-secret.ts";
import { tablesWith } from "#tests/support/find-bytes.ts";
import { validDraft, validSubmission } from "#tests/support/intake.ts";
import { useTestDatabase } from "#tests/support/test-database.ts";
import { valueOf } from "#tests/support/value-of.ts";

const database = useTestDatabase();
let boss: PgBoss;
beforeAll(async () => {
  await openSecret(TEST_SECRET, "");
  boss = valueOf(await openBoss(database.url));
});
afterAll(() => boss.stop({ graceful: false }));

async function send(overrides: Parameters<typeof validDraft>[0] = {}) {
  const submission = validSubmission({ draft: validDraft(overrides) });
  const { id, reference } = valueOf(await submitSituation(submission));
  return { id, reference, key: submission.key, token: linkToken("situation", id) };
}

const ask = (token: string, act: string, text = "", key: string = randomUUID()) =>
  changeOwnSituation({ client: randomUUID(), token, key, draft: { act, text } });

const count = async (situationId: string) => ({
  messages: await database.client.situationMessage.count({ where: { situationId } }),
  additions: await database.client.delivery.count({ where: { situationId, kind: "additionMail" } }),
});

describe("the private link", () => {
  test("opens what was written, and the reference does not", async () => {
    const sent = await send({ failing: "Large uploads fail at noon.", signals: ["never-came-back"] });
    expect(ownSituationPath(sent.id)).toBe(`/situation/mine/${sent.token}`);
    const own = valueOf(await findOwnSituation(sent.token));
    expect(own).toMatchObject({
      ...{ reference: sent.reference, failing: "Large uploads fail at noon.", state: "new" },
      fit: { verdict: "elsewhere" },
    });
    expect(own.keptUntil.getTime() - own.touchedAt.getTime()).toBe(90 * 24 * 60 * 60 * 1000);
    for (const guess of [
      sent.reference,
      sent.id,
      linkToken("invitation", sent.id),
      "",
      "%00",
      sent.token.slice(1),
    ])
      expect(await findOwnSituation(guess)).toEqual({ ok: false, error: { kind: "not-found" } });
  });

  test("is not found by 10,000 guesses, random or near to a real one", async () => {
    const { token } = await send();
    let hits = 0;
    for (let guess = 0; guess < 10_000; guess += 1) {
      const bytes = guess % 2 === 0 ? randomBytes(48) : Buffer.from(token, "base64url");
      if (guess % 2 === 1) bytes[16 + (guess % 32)] = (bytes[16 + (guess % 32)] ?? 0) ^ (1 + (guess % 255));
      if ((await findOwnSituation(bytes.toString("base64url"))).ok) hits += 1;
    }
    console.log(JSON.stringify({ id: "T21-private-link", guesses: 10_000, hits }));
    expect(hits).toBe(0);
  });

  test("of a situation that is not there is like any other wrong one", async () => {
    const token = linkToken("situation", unknownId());
    expect(await findOwnSituation(token)).toEqual({ ok: false, error: { kind: "not-found" } });
    expect(await ask(token, "erase")).toEqual({ ok: false, error: { kind: "not-found" } });
  });
});

describe("adding", () => {
  test("keeps the message, touches the situation and orders one mail to staff, however often it is sent", async () => {
    const { id, token } = await send();
    const before = await database.client.situation.findUniqueOrThrow({ where: { id } });
    const key = randomUUID();
    for (let round = 0; round < 3; round += 1)
      expect(await ask(token, "add", "It came back\r\nafter the deploy. ", key)).toEqual({
        ok: true,
        value: "added",
      });
    expect(await count(id)).toEqual({ messages: 1, additions: 1 });
    const own = valueOf(await findOwnSituation(token));
    expect(own.messages).toMatchObject([
      { direction: "fromVisitor", text: "It came back\nafter the deploy." },
    ]);
    expect(own.touchedAt.getTime()).toBeGreaterThan(before.touchedAt.getTime());
    const [message] = own.messages;
    const delivery = await database.client.delivery.findFirstOrThrow({
      where: { situationId: id, kind: "additionMail" },
    });
    expect(delivery.subjectId).toBe(message?.id);
  });

  test("is refused without a text, and when too much was added", async () => {
    const { id, token } = await send();
    expect(await ask(token, "add", " ")).toMatchObject({
      error: { kind: "invalid", problems: [{ field: "text" }] },
    });
    for (let addition = 0; addition < 50; addition += 1) await ask(token, "add", `Number ${addition}.`);
    expect(await ask(token, "add", "One more.")).toMatchObject({ error: { kind: "invalid" } });
    expect((await count(id)).messages).toBe(50);
  });

  test("has a limit per caller", async () => {
    const { token } = await send();
    const client = randomUUID();
    const startedAt = performance.now();
    let taken = 0;
    const addOnce = () =>
      changeOwnSituation({ client, token, key: randomUUID(), draft: { act: "add", text: `${taken}` } });
    let last = await addOnce();
    for (; last.ok && taken < 100; last = await addOnce()) taken += 1;
    const refilled = Math.ceil((performance.now() - startedAt) / 3000);
    expect(last).toMatchObject({ ok: false, error: { kind: "too-many" } });
    expect(taken).toBeGreaterThanOrEqual(20);
    expect(taken).toBeLessThanOrEqual(20 + refilled);
  });
});

describe("withdrawing", () => {
  test("ends the work, keeps what was written, and can be asked for twice", async () => {
    const { id, token } = await send();
    for (let round = 0; round < 2; round += 1)
      expect(await ask(token, "withdraw")).toEqual({ ok: true, value: "withdrawn" });
    expect(valueOf(await findOwnSituation(token))).toMatchObject({
      state: "withdrawn",
      failing: validDraft().failing,
    });
    const events = await database.client.situationEvent.findMany({ where: { situationId: id } });
    expect(events.map(({ kind }) => kind)).toEqual(["received", "withdrawn"]);
    expect(await ask(token, "add", "One more thing.")).toMatchObject({ error: { kind: "invalid" } });
    expect(await count(id)).toEqual({ messages: 0, additions: 0 });
  });
});

const CANARY = "Zqxcanaryjw";
const SKETCH = {
  ...{ format: FORMAT, title: `${CANARY} sketch`, connections: [] },
  components: [{ id: "a", name: `${CANARY} part`, kind: "service", notes: `${CANARY} note` }],
};

/** A situation in which every place that can hold a text of people holds one. */
async function fullSituation() {
  const sent = await send({
    ...{ system: `${CANARY} 1`, failing: `${CANARY} 2 fails all the time`, works: `${CANARY} 3` },
    ...{ tried: `${CANARY} 4`, relied: `${CANARY} 5`, known: `${CANARY} 6`, unanswered: `${CANARY} 7` },
    ...{ reply: "email", email: `${CANARY}@example.org`, phone: "+99 777 666 555", name: `${CANARY} 8` },
    ...{ signals: ["fell-together"], sketch: SKETCH },
  });
  const { client } = database;
  const { actor } = await createAccount("staff");
  await ask(sent.token, "add", `${CANARY} added`);
  await client.situationNote.create({
    data: { id: randomUUID(), situationId: sent.id, authorId: actor.id, text: `${CANARY} noted` },
  });
  const deliveries = await client.delivery.findMany({ where: { situationId: sent.id } });
  for (const [index, { id }] of deliveries.entries()) {
    await client.keptMail.create({
      data: {
        deliveryId: id,
        messageId: `<${id}@x>`,
        recipient: `${CANARY}@example.org`,
        subject: CANARY,
        text: CANARY,
        html: CANARY,
      },
    });
    if (index === 0) await boss.insert(DELIVERY_DEAD, [{ data: { messageId: id, note: CANARY } }]);
    if (index === 1) {
      const [job] = await boss.findJobs(DELIVERY, { data: { messageId: id } });
      await boss.fetch(DELIVERY);
      await boss.complete(DELIVERY, job?.id ?? "", { said: CANARY });
    }
  }
  const document = await client.document.create({
    data: { id: randomUUID(), ownerId: actor.id, situationId: sent.id, title: "A diagnosis" },
  });
  return { ...sent, documentId: document.id, deliveries: deliveries.map(({ id }) => id) };
}

describe("erasing", () => {
  test("leaves no byte of it in any table, and a gravestone", async () => {
    const full = await fullSituation();
    const words = [CANARY, "+99 777 666 555"];
    const before = await tablesWith(database.url, words);
    expect(before).toEqual(
      expect.arrayContaining([
        "public.situation",
        "public.situation_message",
        "public.situation_note",
        "public.kept_mail",
      ]),
    );
    expect(before.filter((table) => table.startsWith("pgboss."))).not.toEqual([]);

    expect(await ask(full.token, "erase")).toEqual({ ok: true, value: "erased" });
    const after = await tablesWith(database.url, words);
    console.log(
      JSON.stringify({ id: "INT-10-erase", tablesBefore: before.length, tablesAfter: after.length }),
    );
    expect(after).toEqual([]);
    const traces = [...full.deliveries, full.key];
    expect(await tablesWith(database.url, traces)).toEqual([]);

    const { client } = database;
    const row = await client.situation.findUniqueOrThrow({ where: { id: full.id } });
    expect(row).toMatchObject({
      reference: full.reference,
      state: "erased",
      signals: [],
      email: null,
      sketch: null,
    });
    expect(await client.document.findUnique({ where: { id: full.documentId } })).toBeNull();
    const audit = await client.auditEntry.findMany({ where: { subjectId: full.id } });
    expect(audit).toMatchObject([{ action: "situation.erased", actorId: null, details: { by: "visitor" } }]);
    expect(valueOf(await findOwnSituation(full.token))).toMatchObject({
      state: "erased",
      failing: "",
      messages: [],
    });
  });

  test("is done once, by whom it was done first, and leaves others alone", async () => {
    const [one, other] = [await send(), await send()];
    const { actor } = await createAccount("owner");
    const outcomes = await Promise.all([
      eraseSituation(one.id, { actorId: actor.id }),
      eraseSituation(one.id, "retention"),
      eraseSituation(one.id, "visitor"),
    ]);
    for (const outcome of outcomes) expect(outcome.ok).toBe(true);
    const audit = await database.client.auditEntry.findMany({ where: { subjectId: one.id } });
    expect(audit).toHaveLength(1);
    const events = await database.client.situationEvent.findMany({
      where: { situationId: one.id, kind: "erased" },
    });
    expect(events).toHaveLength(1);
    expect(valueOf(await findOwnSituation(other.token)).state).toBe("new");
    expect(await eraseSituation(unknownId(), "retention")).toEqual({
      ok: false,
      error: { kind: "not-found" },
    });
  });

  test("takes its key with it: sending the same again later is a new situation", async () => {
    const submission = validSubmission();
    const first = valueOf(await submitSituation(submission));
    await eraseSituation(first.id, "visitor");
    const second = valueOf(await submitSituation(submission));
    expect(second.id).not.toBe(first.id);
  });
});
