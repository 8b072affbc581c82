import { invariant } from "#core/invariant.ts";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 28;

/** Random bytes that `toReference` needs: 28 signs of 5 bits, so that nobody finds a situation by guessing. */
export const REFERENCE_BYTES = LENGTH;

/** A reference a person can read aloud: seven groups of four signs without I, L, O and U. Uses 5 bits of each byte. */
export function toReference(random: Uint8Array): string {
  invariant(random.length >= LENGTH, "a reference needs a random byte per sign");
  const signs = Array.from(random.subarray(0, LENGTH), (byte) => ALPHABET.charAt(byte & 31)).join("");
  return group(signs);
}

/**
 * The reference somebody meant: case, spaces and dashes do not matter, and O, I, L are read as 0, 1, 1.
 * Undefined when it cannot be one. What comes out is its own reading.
 */
export function parseReference(text: string): string | undefined {
  if (text.length > 3 * LENGTH) return undefined;
  const signs = text.replaceAll(/[\s-]/g, "").toUpperCase().replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  return /^[0-9A-HJKMNP-TV-Z]{28}$/.test(signs) ? group(signs) : undefined;
}

function group(signs: string): string {
  return (signs.match(/.{4}/g) ?? []).join("-");
}
