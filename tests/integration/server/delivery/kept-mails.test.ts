import { beforeAll, expect, test } from "vitest";
import { handleDeadLetter, handleDelivery } from "#server/jobs/deliver.ts";
import { setEnv, storeDelivery, storeSituation } from "#tests/support/delivery.ts";
import { useTestDatabase } from "#tests/support/test-database.ts";
import { valueOf } from "#tests/support/value-of.ts";

const database = useTestDatabase();
beforeAll(() => setEnv({ LOG_LEVEL: "silent" }));

test("without a mail server a mail is kept, once however often its job comes, and settled with it", async () => {
  const situation = await storeSituation(database.client);
  const id = await storeDelivery(database.client, "receiptMail", { situationId: situation.id });
  const handled = await Promise.all(Array.from({ length: 8 }, () => handleDelivery(id)));
  expect(handled.every(({ ok }) => ok)).toBe(true);
  const kept = await database.client.keptMail.findMany({ where: { deliveryId: id } });
  expect(kept).toMatchObject([{ recipient: "visitor@example.org", messageId: `<${id}@localhost>` }]);
  expect(kept[0]!.text).toContain(situation.reference);
  const delivery = await database.client.delivery.findUniqueOrThrow({ where: { id } });
  expect(delivery.deliveredAt).not.toBeNull();
  expect(await database.client.inboxEntry.count({ where: { messageId: id } })).toBe(1);
});

test("what was erased while it was at work leaves no mail behind", async () => {
  const situation = await storeSituation(database.client);
  const id = await storeDelivery(database.client, "receiptMail", { situationId: situation.id });
  await Promise.all([handleDelivery(id), database.client.delivery.deleteMany({ where: { id } })]);
  expect(await database.client.keptMail.count({ where: { deliveryId: id } })).toBe(0);
});

test("a dead letter waits in its table, unless it was delivered after all", async () => {
  const [dead, made] = [
    await storeDelivery(database.client, "staffWebhook"),
    await storeDelivery(database.client, "securityMail"),
  ];
  await database.client.delivery.update({ where: { id: made }, data: { deliveredAt: new Date() } });
  for (const id of [dead, made]) valueOf(await handleDeadLetter(id));
  const find = (id: string) => database.client.delivery.findUniqueOrThrow({ where: { id } });
  expect(await find(dead)).toMatchObject({ deadAt: expect.any(Date) as Date, problem: "interrupted" });
  expect(await find(made)).toMatchObject({ deadAt: null, problem: null });
});
