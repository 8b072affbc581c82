import { createHash } from "node:crypto";
import { createChallenge, randomInt, verifySolution, type Challenge } from "altcha-lib";
import { deriveKey as derive } from "altcha-lib/algorithms/sha";
import * as z from "zod";
import { deriveKey } from "../auth/secret.ts";

/** Hashes that finding the answer takes: a second or two of a telephone, while somebody writes. */
const FEWEST_HASHES = 20_000;
const MOST_HASHES = 60_000;
const VALID_HOURS = 2;

/** A puzzle that was solved and has not expired. Whether it was used before, only the database knows. */
export interface Proof {
  readonly hash: Uint8Array<ArrayBuffer>;
  readonly expiresAt: Date;
}

/** A new puzzle, signed and kept nowhere. */
export function issuePuzzle(now: Date): Promise<Challenge> {
  return createChallenge({
    algorithm: "SHA-256",
    cost: 1,
    counter: randomInt(MOST_HASHES, FEWEST_HASHES),
    deriveKey: derive,
    expiresAt: new Date(now.getTime() + VALID_HOURS * 60 * 60 * 1000),
    ...secrets(),
  });
}

const Hex = z.string().regex(/^[0-9a-f]{1,128}$/);
const Solved = z.strictObject({
  challenge: z.strictObject({
    parameters: z.strictObject({
      algorithm: z.literal("SHA-256"),
      cost: z.literal(1),
      expiresAt: z.number().int().positive(),
      keyLength: z.literal(32),
      keyPrefix: Hex,
      keySignature: Hex,
      nonce: Hex,
      salt: Hex,
    }),
    signature: Hex,
  }),
  solution: z.object({ counter: z.number().int().nonnegative(), derivedKey: Hex }),
});

/** Undefined for whatever is not a puzzle of ours, solved and in time. Says nothing about whether it was used before. */
export async function readProof(input: unknown): Promise<Proof | undefined> {
  const solved = Solved.safeParse(input);
  if (!solved.success) return undefined;
  const { challenge, solution } = solved.data;
  const { verified } = await verifySolution({ challenge, solution, deriveKey: derive, ...secrets() });
  if (!verified) return undefined;
  // The signature covers everything by which two puzzles differ, and has one spelling.
  const hash = new Uint8Array(createHash("sha256").update(challenge.signature).digest());
  return { hash, expiresAt: new Date(challenge.parameters.expiresAt * 1000) };
}

/** One for the puzzle and another for its answer, so that neither signature can be taken for the other. */
function secrets(): { readonly hmacSignatureSecret: string; readonly hmacKeySignatureSecret: string } {
  const secret = deriveKey("proofs").toString("hex");
  return { hmacSignatureSecret: `puzzle ${secret}`, hmacKeySignatureSecret: `answer ${secret}` };
}
