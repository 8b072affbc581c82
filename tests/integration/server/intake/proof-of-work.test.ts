import { randomUUID } from "node:crypto";
import type { PgBoss } from "pg-boss";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openSecret } from "#server/auth/secret.ts";
import { keepIntakeHouse } from "#server/jobs/intake-housekeeping.ts";
import { openBoss } from "#server/jobs/boss.ts";
import { readProof } from "#server/services/proof-of-work.ts";
import { submitSituation } from "#server/services/submit-situation.ts";
import { TEST_SECRET } from "#tests/support/test-secret.ts";
import { validDraft, validSubmission } from "#tests/support/intake.ts";
import { solvedPuzzle } from "#tests/support/solved-puzzle.ts";
import { useTestDatabase } from "#tests/support/test-database.ts";
import { valueOf } from "#tests/support/value-of.ts";

const database = useTestDatabase();
let boss: PgBoss;
beforeAll(async () => {
  await openSecret(TEST_SECRET, "");
  boss = valueOf(await openBoss(database.url));
});
afterAll(() => boss.stop({ graceful: false }));
beforeEach(() => database.client.situation.deleteMany());

/** As JSON brings it, so that nothing is compared by identity. */
const asSent = (proof: object): unknown => JSON.parse(JSON.stringify(proof));

describe("a proof", () => {
  test("is read once it is solved, and not before", async () => {
    const proof = await solvedPuzzle();
    expect(await readProof(asSent(proof))).toMatchObject({ hash: expect.any(Uint8Array) as unknown });
    const { challenge, solution } = proof;
    const answers = [
      { challenge },
      { challenge, solution: { counter: 0, derivedKey: "00".repeat(32) } },
      {
        challenge,
        solution: { ...solution, derivedKey: `${challenge.parameters.keyPrefix}${"00".repeat(16)}` },
      },
      { challenge: { ...challenge, signature: "00".repeat(32) }, solution },
      {
        challenge: { ...challenge, parameters: { ...challenge.parameters, expiresAt: 9_999_999_999 } },
        solution,
      },
      { challenge: { parameters: challenge.parameters }, solution },
      { ...proof, challenge: { ...challenge, signature: String(challenge.signature).toUpperCase() } },
      undefined,
      "x",
      [],
    ];
    for (const answer of answers) expect(await readProof(answer)).toBeUndefined();
  });

  test("expires", async () => {
    const proof = await solvedPuzzle(new Date(Date.now() - 2 * 60 * 60 * 1000 - 2000));
    expect(await readProof(asSent(proof))).toBeUndefined();
  });
});

describe("a situation with a proof", () => {
  test("replayed 1,000 times is accepted as verified exactly once, and lets through no more than none", async () => {
    const proof = asSent(await solvedPuzzle());
    const outcomes = [];
    for (let round = 0; round < 50; round += 1) {
      const client = `replayer ${round}`;
      const sent = Array.from({ length: 20 }, () => submitSituation(validSubmission({ client, proof })));
      outcomes.push(...(await Promise.all(sent)));
    }
    const verified = await database.client.situation.count({ where: { isVerified: true } });
    const unverified = await database.client.situation.count({ where: { isVerified: false } });
    const refused = outcomes.filter(({ ok }) => !ok).length;
    console.log(JSON.stringify({ id: "INT-8-replay", sent: outcomes.length, verified, unverified, refused }));
    expect(verified).toBe(1);
    // Fifty addresses with five each, and at most one more for each while the test runs.
    expect(unverified).toBeGreaterThanOrEqual(50 * 5 - 1);
    expect(unverified).toBeLessThanOrEqual(50 * 6);
    expect(await database.client.spentProof.count()).toBe(1);
    expect(await database.client.submissionKey.count()).toBe(verified + unverified);
  }, 120_000);

  test("has the usual limit, and without one a stricter of its own", async () => {
    const [proven, plain] = [randomUUID(), randomUUID()];
    const proofs = await Promise.all(Array.from({ length: 8 }, () => solvedPuzzle()));
    for (const proof of proofs)
      expect(await submitSituation(validSubmission({ client: proven, proof: asSent(proof) }))).toHaveProperty(
        "ok",
        true,
      );
    const without = [];
    for (let sent = 0; sent < 8; sent += 1)
      without.push(await submitSituation(validSubmission({ client: plain })));
    expect(without.filter(({ ok }) => ok)).toHaveLength(5);
    expect(await database.client.situation.count({ where: { isVerified: true } })).toBe(8);
    const last = without.at(-1);
    expect(last).toMatchObject({ ok: false, error: { kind: "too-many" } });
  });

  test("gives the same receipt when it is sent again, although the proof is spent", async () => {
    const client = randomUUID();
    const submission = validSubmission({ client, proof: asSent(await solvedPuzzle()) });
    const first = await submitSituation(submission);
    expect(first.ok).toBe(true);
    const again = await Promise.all(Array.from({ length: 10 }, () => submitSituation(submission)));
    for (const outcome of again) expect(outcome).toEqual(first);
    expect(await database.client.situation.count()).toBe(1);
  });

  test("sent ten times at once with one key is stored once, verified, and all get its receipt", async () => {
    const submission = validSubmission({ proof: asSent(await solvedPuzzle()) });
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => submitSituation(submission)));
    expect(new Set(outcomes.map((outcome) => outcome.ok && outcome.value.reference)).size).toBe(1);
    expect(outcomes[0]?.ok).toBe(true);
    const rows = await database.client.situation.findMany({ select: { isVerified: true } });
    expect(rows).toEqual([{ isVerified: true }]);
  });

  test("that is refused for its text does not spend it", async () => {
    const proof = asSent(await solvedPuzzle());
    const refused = await submitSituation(validSubmission({ proof, draft: validDraft({ failing: "" }) }));
    expect(refused.ok).toBe(false);
    await submitSituation(validSubmission({ proof }));
    expect(await database.client.situation.count({ where: { isVerified: true } })).toBe(1);
  });
});

test("what was spent is forgotten some time after it expired", async () => {
  await database.client.spentProof.deleteMany();
  await submitSituation(validSubmission({ proof: asSent(await solvedPuzzle()) }));
  await keepIntakeHouse(new Date(Date.now() + 2.5 * 60 * 60 * 1000));
  expect(await database.client.spentProof.count()).toBe(1);
  await keepIntakeHouse(new Date(Date.now() + 3.5 * 60 * 60 * 1000));
  expect(await database.client.spentProof.count()).toBe(0);
});
