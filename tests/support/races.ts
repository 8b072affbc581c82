import { randomUUID } from "node:crypto";
import type { TicketPurpose } from "#server/repositories/tickets.ts";
import type { Database } from "#server/db/database.ts";
import { redeemInvitation } from "#server/services/accounts/invitations.ts";
import { redeemReset } from "#server/services/accounts/reset-password.ts";
import { createAccount, hashOfPassword } from "./accounts.ts";

export type RacedPurpose = Exclude<TicketPurpose, "ownerSetup">;

/** How many of `racers` who redeem one ticket at the same moment succeed, and how many effects there are of it. */
export async function raceForTicket(
  database: Database,
  purpose: RacedPurpose,
  racers: number,
): Promise<{ readonly successes: number; readonly effects: number }> {
  const id = randomUUID();
  const email = `${id}@example.org`;
  const { actor } = await createAccount("member");
  await database.ticket.create({
    data: {
      ...{ id, purpose, role: "member", expiresAt: new Date(Date.now() + 60_000) },
      ...(purpose === "invitation" ? { email } : { userId: actor.id }),
    },
  });
  const hash = await hashOfPassword();
  const redeem = () =>
    purpose === "invitation"
      ? redeemInvitation(id, { name: "A racer", hash, userAgent: "" })
      : redeemReset(id, hash);
  const answers = await Promise.all(Array.from({ length: racers }, redeem));
  const effects =
    purpose === "invitation"
      ? await database.auditEntry.count({ where: { action: "invitation.accepted", subjectId: id } })
      : await database.auditEntry.count({ where: { action: "person.password-reset", subjectId: actor.id } });
  return { successes: answers.filter(({ ok }) => ok).length, effects };
}
