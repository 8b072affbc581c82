import { randomBytes, randomUUID } from "node:crypto";
import { REFERENCE_BYTES, toReference } from "#core/intake/reference.ts";
import type { DeliveryKind } from "#core/delivery/delivery.ts";
import { openSecret } from "#server/auth/secret.ts";
import type { Database } from "#server/db/database.ts";
import { TEST_SECRET } from "./test-secret.ts";

/** A stored situation, without the deliveries that would follow from it. */
export async function storeSituation(
  client: Database,
  overrides: { readonly email?: string | null; readonly failing?: string } = {},
) {
  await openSecret(TEST_SECRET, "");
  const { email = "visitor@example.org", failing = "Large uploads fail." } = overrides;
  return client.situation.create({
    data: {
      id: randomUUID(),
      reference: toReference(randomBytes(REFERENCE_BYTES)),
      ...{ failing, email, works: "", tried: "", system: "", name: "" },
      signals: ["came-back-next-door"],
    },
    select: { id: true, reference: true },
  });
}

interface About {
  readonly situationId?: string;
  readonly subjectId?: string;
}

/** A delivery without a job: a test makes it itself. */
export async function storeDelivery(
  client: Database,
  kind: DeliveryKind,
  about: About = {},
): Promise<string> {
  const { situationId = null, subjectId = null } = about;
  const id = randomUUID();
  await client.delivery.create({ data: { id, kind, situationId, subjectId }, select: { id: true } });
  return id;
}

/** Sets what the product reads from its environment; it reads it once, so a test sets it before anything else. */
export function setEnv(variables: Readonly<Record<string, string>>): void {
  Object.assign(process.env, variables);
}
