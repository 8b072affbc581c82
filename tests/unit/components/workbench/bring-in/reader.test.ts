import type {
  FilesRead,
  FoundMerge,
  WorkAsked,
  WorkDone,
} from "#components/workbench/bring-in/bring-in-work.ts";
import { startReader, type ReaderWorker } from "#components/workbench/bring-in/reader.ts";
import { emptySession } from "#core/document/new-session.ts";
import { err } from "#core/result.ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const FILES = { files: [{ name: "a.mmd", bytes: new Uint8Array() }], at: "2026-03-01", format: null };
const READ: FilesRead = { formats: [], recognized: "mermaid", result: err([]) };
const MERGE = { there: emptySession(), corrections: new Map() };
const NOTHING = new Map<string, string>();
const FOUND: FoundMerge = {
  matched: { components: NOTHING, boundaries: NOTHING, objects: NOTHING, connections: NOTHING },
  difference: {
    ...{ objects: [], boundaries: [], components: [], connections: [], agreements: [], history: [] },
    ...{ positions: {}, seams: [] },
  },
  fits: true,
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A worker that does what the test says, when it says so. */
function handWorker() {
  const heard = new Map<string, (event: Event) => void>();
  const hand = {
    asked: [] as WorkAsked[],
    isEnded: false,
    say: (done: WorkDone) => heard.get("message")?.(new MessageEvent("message", { data: done })),
    fall: () => heard.get("error")?.(new Event("error")),
  };
  const worker: ReaderWorker = {
    postMessage: (asked: WorkAsked) => void hand.asked.push(asked),
    terminate: () => void (hand.isEnded = true),
    addEventListener: (type: string, listener: unknown) =>
      void heard.set(type, listener as (event: Event) => void),
  };
  return { hand, reader: startReader(worker) };
}

test("each answer goes to what was asked, and the worker stays for the next", async () => {
  const { hand, reader } = handWorker();
  const read = reader.read(FILES);
  hand.say({ number: 1, done: READ });
  expect(await read).toBe(READ);
  const [first, second] = [reader.merge(MERGE), reader.merge(MERGE)];
  expect(hand.asked.map(({ number }) => number)).toEqual([1, 2, 3]);
  hand.say({ number: 2, done: FOUND });
  hand.say({ number: 3, done: { ...FOUND, fits: false } });
  expect(await first).toEqual({ ok: true, value: FOUND });
  expect(await second).toMatchObject({ ok: true, value: { fits: false } });
  vi.advanceTimersByTime(60_000);
  expect(hand.isEnded).toBe(false);
});

test("what takes too long is ended and says so, and so does whatever is asked of it later", async () => {
  const { hand, reader } = handWorker();
  const merge = reader.merge(MERGE);
  vi.advanceTimersByTime(20_000);
  const slow = { ok: false, error: "it could not be compared in 20 seconds: choose a smaller one" };
  expect(await merge).toEqual(slow);
  expect(hand.isEnded).toBe(true);
  expect(await reader.merge(MERGE)).toEqual(slow);
  expect(hand.asked).toHaveLength(1);
});

test("a worker that falls over is a problem of the file", async () => {
  const { hand, reader } = handWorker();
  const read = reader.read(FILES);
  hand.fall();
  expect(await read).toMatchObject({
    recognized: null,
    result: {
      ok: false,
      error: [{ file: "a.mmd", message: expect.stringContaining("too much for this browser") as string }],
    },
  });
});

test("what is given up is ended at once", async () => {
  const { hand, reader } = handWorker();
  const merge = reader.merge(MERGE);
  reader.end();
  expect(hand.isEnded).toBe(true);
  expect(await merge).toMatchObject({ ok: false });
});
