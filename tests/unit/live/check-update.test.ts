import { expect, test } from "vitest";
import * as Y from "yjs";
import { checkUpdate, DOCUMENT_LIMITS } from "#live/check-update.ts";
import { checkDocument } from "#live/measure-document.ts";
import { replay } from "#live/document-log.ts";

const { update: FRAME, merge: MERGE } = DOCUMENT_LIMITS;
const malformed = { ok: false, error: { kind: "malformed" } };

function updateOf(write: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  // Every id takes as many bytes as any other.
  doc.clientID = 4_000_000_000;
  doc.transact(() => write(doc));
  return Y.encodeStateAsUpdate(doc);
}

/** An update of exactly so many bytes. */
function sized(bytes: number): Uint8Array {
  const of = (length: number) => updateOf((doc) => doc.getMap("meta").set("summary", "x".repeat(length)));
  for (let length = Math.max(0, bytes - 64); ; length += 1) {
    const update = of(length);
    if (update.length === bytes) return update;
    if (update.length > bytes) throw new Error("no such length");
  }
}

function nested(depth: number): Uint8Array {
  return updateOf((doc) => {
    let map = doc.getMap<unknown>("components");
    for (let level = 1; level < depth; level += 1) {
      const inner = new Y.Map<unknown>();
      map.set("in", inner);
      map = inner;
    }
  });
}

test("Honest updates are taken as they are, in a buffer of their own", () => {
  const bytes = Buffer.concat([
    Buffer.from("before"),
    updateOf((doc) => doc.getMap("meta").set("title", "Quay")),
  ]).subarray(6);
  const checked = checkUpdate(bytes, FRAME);
  expect(checked).toEqual({ ok: true, value: new Uint8Array(bytes) });
  expect(checked.ok && checked.value.buffer.byteLength).toBe(bytes.length);
});

test.each([
  ["update", FRAME],
  ["merge", MERGE],
] as const)("The limit of a %s lets it through at the limit and not above", (limit, most) => {
  expect(checkUpdate(sized(most), most).ok).toBe(true);
  expect(checkUpdate(sized(most + 1), most)).toEqual({ ok: false, error: { kind: "limit", limit } });
});

test("What is not an update, or says less or more than it is long, is not taken", () => {
  const update = updateOf((doc) => doc.getMap("meta").set("title", "Quay"));
  expect(checkUpdate(new Uint8Array(), FRAME)).toEqual(malformed);
  for (let end = 1; end < update.length; end += 1)
    expect(checkUpdate(update.slice(0, end), FRAME)).toEqual(malformed);
  expect(checkUpdate(Uint8Array.from([...update, 0]), FRAME)).toEqual(malformed);
});

test("Updates of version 2 are not taken, nor documents in documents, nor prototypes", () => {
  const doc = new Y.Doc();
  doc.getMap("meta").set("title", "Quay");
  expect(checkUpdate(Y.encodeStateAsUpdateV2(doc), FRAME)).toEqual(malformed);
  expect(checkUpdate(Y.encodeStateAsUpdateV2(new Y.Doc()), FRAME)).toEqual(malformed);
  expect(
    checkUpdate(
      updateOf((one) => one.getMap("meta").set("doc", new Y.Doc())),
      FRAME,
    ),
  ).toEqual(malformed);
  expect(
    checkUpdate(
      updateOf((one) => one.getMap("meta").set("__proto__", { polluted: 1 })),
      FRAME,
    ),
  ).toEqual(malformed);
  expect(
    checkUpdate(
      updateOf((one) => one.getMap("__proto__").set("a", 1)),
      FRAME,
    ),
  ).toEqual(malformed);
  const own = JSON.parse('{"__proto__": {"polluted": 1}}') as unknown;
  expect(
    checkUpdate(
      updateOf((one) => one.getMap("meta").set("a", [own])),
      FRAME,
    ),
  ).toEqual(malformed);
});

test("A document may be thirty-two levels deep, in maps and in values", () => {
  const { depth } = DOCUMENT_LIMITS;
  const deep = { ok: false, error: { kind: "limit", limit: "depth" } };
  expect(checkDocument(replay([nested(depth)]))).toEqual({ ok: true, value: undefined });
  expect(checkDocument(replay([nested(depth + 1)]))).toEqual(deep);
  const value = (levels: number): unknown => (levels === 0 ? 1 : [value(levels - 1)]);
  const valued = (levels: number) => replay([updateOf((doc) => doc.getMap("meta").set("a", value(levels)))]);
  expect(checkDocument(valued(depth - 1))).toEqual({ ok: true, value: undefined });
  expect(checkDocument(valued(depth))).toEqual(deep);
  // What only sets a stack on fire when somebody follows it.
  expect(checkDocument(replay([nested(5000)]))).toEqual(deep);
});

test("A document may have twenty thousand entries", () => {
  const { keys } = DOCUMENT_LIMITS;
  const filled = (count: number) =>
    replay([
      updateOf((doc) => {
        for (let i = 0; i < count; i += 1) doc.getMap("components").set(`c${i}`, i);
      }),
    ]);
  expect(checkDocument(filled(keys - 1))).toEqual({ ok: true, value: undefined });
  expect(checkDocument(filled(keys))).toEqual({ ok: false, error: { kind: "limit", limit: "keys" } });
});

const varint = (value: number): number[] =>
  value < 128 ? [value] : [128 | (value % 128), ...varint(Math.floor(value / 128))];
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** What this thread has computed so far: whoever else uses the machine does not count. */
function spentMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

test("A thousand bombs are refused in little time", () => {
  const honest = updateOf((doc) => {
    for (let i = 0; i < 300; i += 1)
      doc.getMap("components").set(`c${i}`, new Y.Map([["name", `Component ${i}`]]));
  });
  const kinds: readonly ((i: number) => Uint8Array)[] = [
    (i) => Uint8Array.from([1, ...varint(2 ** (10 + (i % 16))), 1, 0, 0]),
    () => Uint8Array.from([1, ...varint(33_554_431), 1, 0]),
    (i) => random(1 + (i % 40)),
    (i) => honest.slice(0, 1 + ((i * 7919) % (honest.length - 1))),
    () => Uint8Array.from([0, ...varint(2 ** 31), 1, ...varint(2 ** 31), 0, 0]),
    () => Uint8Array.from([1, 1, 1, 0, 8, 1, 1, 97, ...varint(2 ** 31), ...Array<number>(4000).fill(117)]),
    () => Uint8Array.from([...honest.slice(0, 3), ...random(2000)]),
  ];
  const bombs = Array.from({ length: 1000 }, (_, i) => kinds[i % kinds.length]!(i)).filter(
    (bytes) => bytes.length !== 2 || bytes.some((byte) => byte !== 0),
  );
  for (const bomb of bombs.slice(0, 100)) checkUpdate(bomb, FRAME);
  const times = bombs.map((bomb) => {
    const startedAt = spentMs();
    const { ok } = checkUpdate(bomb, FRAME);
    return { ok, ms: spentMs() - startedAt };
  });
  const sorted = times.map(({ ms }) => ms).sort((a, b) => a - b);
  const [median, slowest] = [sorted[sorted.length >> 1]!, sorted.at(-1)!];
  console.info(JSON.stringify({ id: "update-bombs", bombs: bombs.length, median, slowest }));
  expect(times.filter(({ ok }) => ok)).toEqual([]);
  // One may meet the collection of garbage; a bomb that went off would cost more than that, again and again.
  expect(sorted[Math.floor(sorted.length * 0.99)]).toBeLessThan(5);
  expect(slowest).toBeLessThan(30);
});
