import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeFiles, decodeText } from "#core/interchange/decode-text.ts";

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string))));
const decoded = (given: Uint8Array) => decodeText({ name: "web.yaml", bytes: given });
const utf16 = (text: string, isBig = false) => {
  const little = Buffer.from(`\ufeff${text}`, "utf16le");
  return new Uint8Array(isBig ? Buffer.from(little).swap16() : little);
};

describe("a text", () => {
  const text = "services:\n  größe: Ünïcode 日本 🚢\n";

  test("is read as UTF-8", () => {
    expect(decoded(bytes(text))).toEqual({ ok: true, value: { name: "web.yaml", text } });
  });

  test.each([
    ["a byte order mark", bytes([0xef, 0xbb, 0xbf], text)],
    ["UTF-16 that says so", utf16(text)],
    ["UTF-16 the other way round", utf16(text, true)],
  ])("is read from %s", (_, given) => {
    expect(decoded(given)).toMatchObject({ ok: true, value: { text } });
  });

  test("of any letters is what it was before it was encoded", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (any) => {
        const whole = any.replaceAll("\0", "").replace(/^\ufeff+/, "");
        expect(decoded(bytes(whole))).toMatchObject({ ok: true, value: { text: whole } });
        expect(decoded(utf16(whole))).toMatchObject({ ok: true, value: { text: whole } });
      }),
    );
  });

  test("that is longer than what is put together at once is whole", () => {
    const long = "aé日🚢\n".repeat(20_000);
    expect(decoded(bytes(long))).toMatchObject({ ok: true, value: { text: long } });
  });
});

describe("what is no text is refused with the line on which it ends to be one", () => {
  const before = "one\ntwo\n";
  const refused = (line: number | null, message: string) => ({
    ok: false,
    error: [{ file: "web.yaml", line, message: expect.stringContaining(message) as string }],
  });

  test.each([
    ["Latin-1", [0xe9, 0x20]],
    ["a byte that leads nowhere", [0xff]],
    ["a lone continuation", [0x80]],
    ["a letter said in more bytes than it needs", [0xc0, 0xaf]],
    ["another that is", [0xe0, 0x80, 0xaf]],
    ["half a pair", [0xed, 0xa0, 0x80]],
    ["what lies beyond all letters", [0xf4, 0x90, 0x80, 0x80]],
    ["a letter that the end cuts off", [0xe2, 0x82]],
  ])("%s", (_, wrong) => {
    expect(decoded(bytes(before, wrong))).toEqual(refused(3, "not written in UTF-8"));
  });

  test("UTF-16 with half a pair, or with half a letter", () => {
    expect(decoded(utf16("a\n\ud800b"))).toEqual(refused(2, "not written in UTF-16"));
    expect(decoded(new Uint8Array([...utf16("a\nb"), 0x20]))).toEqual(refused(2, "not written in UTF-16"));
  });

  test("zero bytes", () => {
    expect(decoded(bytes(before, [0], "three"))).toEqual(refused(3, "zero byte"));
    expect(decoded(utf16("a\n\0"))).toEqual(refused(2, "zero byte"));
  });

  test("more than anything that is read here", () => {
    expect(decoded(new Uint8Array(33 * 1024 * 1024))).toEqual(refused(null, "32 MB"));
  });

  test("each of several files", () => {
    const files = [
      { name: "a", bytes: bytes("fine") },
      { name: "b", bytes: bytes([0xff]) },
      { name: "c", bytes: bytes([0]) },
    ];
    expect(decodeFiles(files)).toMatchObject({ ok: false, error: [{ file: "b" }, { file: "c" }] });
    expect(decodeFiles(files.slice(0, 1))).toMatchObject({ ok: true, value: [{ name: "a", text: "fine" }] });
  });
});

test("any bytes are a text or a refusal, as every other decoder has it", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (any) => {
      fc.pre(!((any[0] === 0xff && any[1] === 0xfe) || (any[0] === 0xfe && any[1] === 0xff)));
      let expected: string | null;
      try {
        expected = new TextDecoder("utf-8", { fatal: true }).decode(any);
      } catch {
        expected = null;
      }
      const read = decoded(any);
      if (expected === null || expected.includes("\0")) expect(read.ok).toBe(false);
      else expect(read).toMatchObject({ ok: true, value: { text: expected } });
    }),
    { numRuns: 2_000 },
  );
});
