import { expect, test } from "vitest";
import { VISITOR } from "#core/access/policy.ts";
import { findActor } from "#server/auth/find-actor.ts";
import { createAccount } from "#tests/support/accounts.ts";
import { useTestDatabase } from "#tests/support/test-database.ts";

const database = useTestDatabase();

test("A cookie names who signed in, and nobody once the sign-in is gone", async () => {
  const { actor, cookie } = await createAccount("staff");
  expect(await findActor(cookie)).toEqual(actor);
  await database.client.signIn.delete({ where: { id: actor.signInId } });
  expect(await findActor(cookie)).toEqual(VISITOR);
});

test("A cookie that was changed, or that nobody was given, names nobody", async () => {
  const { cookie } = await createAccount("owner");
  const changed = `${cookie.slice(0, -6)}AAAAAA`;
  for (const other of [undefined, "", "seamark=", "seamark=x.y", changed, "other=1"])
    expect(await findActor(other)).toEqual(VISITOR);
});
