import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

/** OWASP's second setting for scrypt: 32 MiB and about 200 ms of one core for each hash. */
const COST = { N: 2 ** 15, r: 8, p: 3 } as const;
const SALT_BYTES = 16;
const KEY_BYTES = 32;
const SCHEME = "scrypt-15-8-3";

/** Hashes computed at once. Node has four threads for them, and whoever reads a file needs one. */
const MOST_AT_ONCE = 2;
/** More than this many waiting would be answered after whoever waits has given up. */
const MOST_WAITING = 60;

/** On the global object because Next bundles a copy of this module of its own. */
interface Hashing {
  running: number;
  readonly waiting: (() => void)[];
}
const shared = globalThis as Record<symbol, Hashing | undefined>;
const hashing = (shared[Symbol.for("seamark.hashing")] ??= { running: 0, waiting: [] });

/** Whether so many passwords wait to be hashed that one more should be told to come back. */
export function isHashingBusy(): boolean {
  return hashing.waiting.length >= MOST_WAITING;
}

/** A password as it is stored: scheme, salt and key. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await deriveInTurn(password, salt);
  return [SCHEME, salt.toString("base64url"), key.toString("base64url")].join("$");
}

/** Stands in where there is no account, so that the answer takes as long. Nothing hashes to it. */
export const NOBODYS_HASH = [
  SCHEME,
  Buffer.alloc(SALT_BYTES, 1).toString("base64url"),
  Buffer.alloc(KEY_BYTES).toString("base64url"),
].join("$");

export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const [scheme, salt = "", key = ""] = hash.split("$");
  const expected = Buffer.from(key, "base64url");
  const derived = await deriveInTurn(password, Buffer.from(salt, "base64url"));
  return scheme === SCHEME && expected.length === KEY_BYTES && timingSafeEqual(derived, expected);
}

async function deriveInTurn(password: string, salt: Buffer): Promise<Buffer> {
  if (hashing.running < MOST_AT_ONCE) hashing.running += 1;
  // Whoever is done hands its place over.
  else await new Promise<void>((start) => hashing.waiting.push(start));
  try {
    return await derive(password, salt);
  } finally {
    const next = hashing.waiting.shift();
    if (next === undefined) hashing.running -= 1;
    else next();
  }
}

function derive(password: string, salt: Buffer): Promise<Buffer> {
  const maxmem = 2 * 128 * COST.N * COST.r;
  return new Promise((settle, fail) => {
    scrypt(password.normalize("NFKC"), salt, KEY_BYTES, { ...COST, maxmem }, (error, key) => {
      if (error) fail(error);
      else settle(key);
    });
  });
}
