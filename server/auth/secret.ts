import { hkdfSync, randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { invariant } from "#core/invariant.ts";
import { err, ok, type Result } from "#core/result.ts";

/** On the global object because Next bundles a copy of this module of its own. */
const shared = globalThis as Record<symbol, string | undefined>;
const KEY = Symbol.for("seamark.secret");

/**
 * Opens the secret of this installation: the one given, or one that is made at the first start and kept in `folder`, for
 * its owner alone. Every process of an installation needs the same. An error is one sentence: it can be kept nowhere.
 */
export async function openSecret(given: string | undefined, folder: string): Promise<Result<void, string>> {
  try {
    shared[KEY] = given ?? (await keepSecret(join(folder, "secret")));
    return ok(undefined);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    return err(
      `The secret of this installation cannot be kept in ${folder} (${code}): let DATA_FOLDER name a folder to write in, or set SECRET_KEY.`,
    );
  }
}

async function keepSecret(file: string): Promise<string> {
  await mkdir(join(file, ".."), { recursive: true });
  try {
    await writeFile(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return (await readFile(file, "utf8")).trim();
}

/** What secrets are made of the one, so that none can stand in for another. */
export type KeyPurpose = "cookies" | "devices" | "limits" | "links" | "proofs";

const derived = new Map<string, Buffer>();

export function deriveKey(purpose: KeyPurpose): Buffer {
  const secret = shared[KEY];
  invariant(secret, "the secret is used before server/main.ts opened it");
  const name = `${purpose} ${secret}`;
  const key = derived.get(name) ?? Buffer.from(hkdfSync("sha256", secret, "", `seamark ${purpose}`, 32));
  derived.set(name, key);
  return key;
}
