import * as z from "zod";
import { ROLES, VISITOR, type Actor } from "#core/access/policy.ts";
import { accountsOfProcess } from "./accounts.ts";

const Found = z.object({
  user: z.object({ id: z.uuid(), name: z.string(), email: z.string(), role: z.enum(ROLES) }),
  session: z.object({ id: z.uuid() }),
});

/**
 * Who sent a request, by its Cookie header. Asks the database each time, so what was revoked is revoked at once, and writes
 * nothing: a sign-in lasts as long as its cookie, and one that ends meanwhile is simply none.
 */
export async function findActor(cookie: string | undefined): Promise<Actor> {
  if (!cookie?.includes("seamark=")) return VISITOR;
  const found = await accountsOfProcess().api.getSession({
    headers: new Headers({ cookie }),
    query: { disableRefresh: true },
  });
  if (found === null) return VISITOR;
  const { user, session } = Found.parse(found);
  return { kind: "user", ...user, signInId: session.id };
}
