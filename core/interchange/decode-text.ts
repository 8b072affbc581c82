import { err, ok, type Result } from "../result.ts";
import type { ImportFile, ImportProblem } from "./importer.ts";
import { LARGEST_RECORDED, refuse } from "./read-document.ts";

interface Decoded {
  readonly text: string;
  /** How many bytes were read; fewer than there are where one of them is wrong. */
  readonly read: number;
}

/** A file of which nobody has looked at the bytes yet. */
export interface ByteFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The texts of files, or what is wrong with each that holds none. */
export function decodeFiles(
  files: readonly ByteFile[],
): Result<readonly ImportFile[], readonly ImportProblem[]> {
  const decoded = files.map(decodeText);
  const problems = decoded.flatMap((one) => (one.ok ? [] : one.error));
  return problems.length > 0 ? err(problems) : ok(decoded.flatMap((one) => (one.ok ? [one.value] : [])));
}

/**
 * The text of a file: UTF-8 without exception, or UTF-16 where it says so at its beginning. Anything else is refused with
 * the line on which it stops being text, as nobody should find out later that letters became others.
 */
export function decodeText({ name, bytes }: ByteFile): Result<ImportFile, readonly ImportProblem[]> {
  if (bytes.length > LARGEST_RECORDED)
    return refuse({ name }, null, "it is larger than 32 MB: choose a smaller one");
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const { text, read } = isUtf16 ? fromUtf16(bytes, first === 0xff) : fromUtf8(bytes);
  const zero = text.indexOf("\0");
  if (zero >= 0)
    return refuse({ name }, lineAt(text.slice(0, zero)), "it is no text: here stands a zero byte");
  if (read < bytes.length) {
    const encoding = isUtf16 ? "UTF-16, as it says that it is" : "UTF-8";
    const problem = `it is not written in ${encoding}, from here on: save it as UTF-8 and choose it again`;
    return refuse({ name }, lineAt(text), problem);
  }
  return ok({ name, text });
}

function lineAt(before: string): number {
  let line = 1;
  for (let at = before.indexOf("\n"); at >= 0; at = before.indexOf("\n", at + 1)) line += 1;
  return line;
}

/** What a leading byte promises: how many follow, its own bits, and the least that so many bytes are needed for. */
function leadOf(byte: number): readonly [follow: number, bits: number, least: number] | undefined {
  if (byte < 0x80) return [0, byte, 0];
  if (byte >= 0xc2 && byte < 0xe0) return [1, byte & 0x1f, 0x80];
  if (byte >= 0xe0 && byte < 0xf0) return [2, byte & 0x0f, 0x800];
  return byte >= 0xf0 && byte < 0xf5 ? [3, byte & 0x07, 0x10000] : undefined;
}

function fromUtf8(bytes: Uint8Array): Decoded {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const units = new Units();
  let at = hasMark ? 3 : 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      units.add(byte);
      at += 1;
      continue;
    }
    const point = pointAt(bytes, at);
    if (point === undefined) break;
    units.addPoint(point);
    at += point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return { text: units.text(), read: at };
}

/** The code point whose bytes begin here; undefined where they are none, or say it in a longer way than needed. */
function pointAt(bytes: Uint8Array, at: number): number | undefined {
  const lead = leadOf(bytes[at] ?? 0);
  if (lead === undefined) return undefined;
  const [follow, bits, least] = lead;
  let point = bits;
  for (let i = 1; i <= follow; i += 1) {
    const next = bytes[at + i] ?? 0;
    if ((next & 0xc0) !== 0x80) return undefined;
    point = (point << 6) | (next & 0x3f);
  }
  const isText = point >= least && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
  return isText ? point : undefined;
}

function fromUtf16(bytes: Uint8Array, isLittle: boolean): Decoded {
  const units = new Units();
  const [low, high] = isLittle ? [0, 1] : [1, 0];
  for (let at = 2; at + 1 < bytes.length; at += 2)
    units.add((bytes[at + low] ?? 0) | ((bytes[at + high] ?? 0) << 8));
  const text = units.text();
  if (text.isWellFormed()) return { text, read: bytes.length - (bytes.length % 2) };
  const whole = text.toWellFormed();
  let half = 0;
  while (text.charCodeAt(half) === whole.charCodeAt(half)) half += 1;
  return { text: text.slice(0, half), read: 2 + half * 2 };
}

const AT_ONCE = 8_192;

/** Puts a text together out of its code units, as many at once as a call may have arguments. */
class Units {
  readonly #units = new Uint16Array(AT_ONCE);
  readonly #parts: string[] = [];
  #count = 0;

  add(unit: number): void {
    if (this.#count === AT_ONCE) this.#flush();
    this.#units[this.#count] = unit;
    this.#count += 1;
  }

  addPoint(point: number): void {
    if (point < 0x10000) {
      this.add(point);
      return;
    }
    this.add(0xd800 + ((point - 0x10000) >> 10));
    this.add(0xdc00 + ((point - 0x10000) & 0x3ff));
  }

  text(): string {
    this.#flush();
    return this.#parts.join("");
  }

  #flush(): void {
    this.#parts.push(String.fromCharCode(...this.#units.subarray(0, this.#count)));
    this.#count = 0;
  }
}
