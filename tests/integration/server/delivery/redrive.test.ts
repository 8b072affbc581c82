import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DeliveryFilter } from "#core/delivery/console.ts";
import { LIST_DELIVERIES, readDeliveryFilter, REDRIVE_DELIVERIES } from "#server/http/delivery-api.ts";
import { handleDeadLetter, handleDelivery } from "#server/jobs/deliver.ts";
import { startJobs, type Jobs } from "#server/jobs/start-jobs.ts";
import { readDeliveries, readDelivery, redriveDeliveries } from "#server/services/deliveries.ts";
import { createAccount } from "#tests/support/accounts.ts";
import { setEnv, storeDelivery, storeSituation } from "#tests/support/delivery.ts";
import { useTestDatabase } from "#tests/support/test-database.ts";
import { valueOf } from "#tests/support/value-of.ts";

const database = useTestDatabase();
let jobs: Jobs;
let staff: Awaited<ReturnType<typeof createAccount>>["actor"];

const ALL: DeliveryFilter = { state: null, kind: null, before: null };

beforeAll(async () => {
  setEnv({ LOG_LEVEL: "silent" });
  jobs = valueOf(await startJobs());
  staff = (await createAccount("staff")).actor;
});
afterAll(() => jobs.close());

async function storeDead(): Promise<string> {
  const { id: situationId } = await storeSituation(database.client);
  const id = await storeDelivery(database.client, "receiptMail", { situationId });
  await database.client.delivery.update({ where: { id }, data: { problem: "mail-refused" } });
  valueOf(await handleDeadLetter(id));
  return id;
}

const stateOf = async (id: string) => valueOf(await readDelivery(staff, id)).state;

describe("redrive", () => {
  test("a dead delivery is tried again, audited, and delivered", async () => {
    const id = await storeDead();
    expect(await stateOf(id)).toBe("dead");
    expect(valueOf(await redriveDeliveries(staff, { ids: [id] }))).toEqual({ count: 1 });
    await expect.poll(() => stateOf(id), { timeout: 10_000 }).toBe("delivered");
    const acts = await database.client.auditEntry.findMany({ where: { subjectId: id } });
    expect(acts).toMatchObject([
      { action: "delivery.redriven", actorId: staff.id, details: { kind: "receiptMail" } },
    ]);
  });

  test("what is not dead is left alone, and of two who are at it one gets each", async () => {
    const pending = await storeDelivery(database.client, "securityMail", { subjectId: randomUUID() });
    expect(valueOf(await redriveDeliveries(staff, { ids: [pending, randomUUID()] }))).toEqual({ count: 0 });
    const dead = await Promise.all(Array.from({ length: 10 }, storeDead));
    const both = await Promise.all([
      redriveDeliveries(staff, { ids: dead }),
      redriveDeliveries(staff, { ids: dead }),
    ]);
    expect(both.map((one) => valueOf(one).count).reduce((a, b) => a + b)).toBe(10);
    const acts = await database.client.auditEntry.count({ where: { subjectId: { in: dead } } });
    expect(acts).toBe(10);
  });

  test("all of a kind are those that were dead when somebody looked", async () => {
    const seen = await Promise.all(Array.from({ length: 60 }, storeDead));
    const { asOf } = valueOf(await readDeliveries(staff, { ...ALL, state: "dead", kind: "receiptMail" }));
    await sleep(5);
    const unseen = await storeDead();
    const redriven = await redriveDeliveries(staff, { kind: "receiptMail", until: asOf });
    expect(valueOf(redriven)).toEqual({ count: 60 });
    expect(await stateOf(unseen)).toBe("dead");
    await expect.poll(() => stateOf(seen.at(-1)!), { timeout: 15_000 }).toBe("delivered");
    valueOf(await redriveDeliveries(staff, { ids: [unseen] }));
  });

  test("only who works here may look and try again", async () => {
    const { actor: member } = await createAccount("member");
    const id = await storeDead();
    const refused = { ok: false, error: { kind: "forbidden" } };
    expect(await readDeliveries(member, ALL)).toEqual(refused);
    expect(await readDelivery(member, id)).toEqual(refused);
    expect(await redriveDeliveries(member, { ids: [id] })).toEqual(refused);
    expect(await stateOf(id)).toBe("dead");
  });
});

describe("the list", () => {
  test("is told apart by state and kind, and counted", async () => {
    const id = await storeDead();
    const failed = await storeDelivery(database.client, "resetMail");
    await database.client.delivery.update({ where: { id: failed }, data: { problem: "mail-not-now" } });
    const list = valueOf(await readDeliveries(staff, { ...ALL, state: "failed", kind: "resetMail" }));
    expect(list.deliveries).toMatchObject([{ id: failed, state: "failed", problem: "mail-not-now" }]);
    expect(list.counts).toEqual({ pending: 0, failed: 1, dead: 0, delivered: 0 });
    const dead = valueOf(await readDeliveries(staff, { ...ALL, state: "dead" }));
    expect(dead.deliveries.map((delivery) => delivery.id)).toContain(id);
    expect(new Set(dead.deliveries.map(({ state }) => state))).toEqual(new Set(["dead"]));
  });

  test("goes on where a page ended, and misses and repeats nothing", async () => {
    const createdAt = new Date("2020-01-01T00:00:00Z");
    const ids = Array.from({ length: 120 }, () => randomUUID());
    // All at the same moment, as one transaction orders them.
    await database.client.delivery.createMany({
      data: ids.map((id) => ({ id, kind: "invitationMail", createdAt })),
    });
    const found: string[] = [];
    for (let before: string | null = null, hasMore = true; hasMore;) {
      const page = valueOf(await readDeliveries(staff, { ...ALL, kind: "invitationMail", before }));
      found.push(...page.deliveries.map(({ id }) => id));
      ({ hasMore } = page);
      before = found.at(-1) ?? null;
    }
    expect(found.toSorted()).toEqual(ids.toSorted());
  });

  test("takes no filter but its own", () => {
    for (const input of [{ state: "gone" }, { kind: { not: "x" } }, { before: "1" }, { extra: "1" }])
      expect(LIST_DELIVERIES.input.safeParse(input).success).toBe(false);
    expect(readDeliveryFilter({ state: ["dead", "failed"], kind: "receiptMail", before: "'" })).toEqual({
      state: null,
      kind: "receiptMail",
      before: null,
    });
    const id = randomUUID();
    for (const input of [{}, { ids: [] }, { ids: [id], kind: "receiptMail" }, { kind: "receiptMail" }])
      expect(REDRIVE_DELIVERIES.input.safeParse(input).success).toBe(false);
  });
});

test("a kept mail with a way into an account is read by owners alone", async () => {
  const { actor: owner } = await createAccount("owner");
  const expiresAt = new Date(Date.now() + 60_000);
  for (const [kind, purpose, whom] of [
    ["resetMail", "passwordReset", { userId: owner.id }],
    ["invitationMail", "invitation", { email: "new@example.org" }],
  ] as const) {
    const ticket = { id: randomUUID(), purpose, expiresAt, ...whom };
    await database.client.ticket.create({ data: ticket });
    const id = await storeDelivery(database.client, kind, { subjectId: ticket.id });
    valueOf(await handleDelivery(id));
    const [theirs, ours] = [await readDelivery(staff, id), await readDelivery(owner, id)].map(valueOf);
    expect(theirs).toMatchObject({ state: "delivered", mail: null, isMailWithheld: true });
    expect(JSON.stringify(theirs)).not.toMatch(/reset\/|invitation\//);
    expect(ours).toMatchObject({
      isMailWithheld: false,
      mail: { recipient: "email" in whom ? whom.email : owner.email },
    });
  }
});
