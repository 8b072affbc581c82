import { randomUUID } from "node:crypto";
import { afterAll, beforeAll } from "vitest";
import { parseReference } from "#core/intake/reference.ts";
import { openBoss } from "#server/jobs/boss.ts";
import { database } from "#server/db/database.ts";
import { submitSituation } from "#server/services/submit-situation.ts";
import { validDraft, validSubmission } from "./intake.ts";
import { useTestDatabase } from "./test-database.ts";
import { valueOf } from "./value-of.ts";

/** A database of the test file's own in which situations can be sent in and answered. */
export function useTriageDatabase(): ReturnType<typeof useTestDatabase> {
  const opened = useTestDatabase();
  let close: () => Promise<void>;
  beforeAll(async () => {
    const boss = valueOf(await openBoss(opened.url));
    close = () => boss.stop({ graceful: false });
  });
  afterAll(() => close());
  return opened;
}

/** Sends a situation in as a visitor does, and tells its id and reference. */
export async function sentIn(overrides: Parameters<typeof validDraft>[0] = {}) {
  const draft = validDraft({ reply: "email", email: "ada@example.org", ...overrides });
  const { reference } = valueOf(await submitSituation(validSubmission({ draft, client: randomUUID() })));
  const { id } = await database().situation.findUniqueOrThrow({
    where: { reference: parseReference(reference) ?? "" },
    select: { id: true },
  });
  return { id, reference };
}
