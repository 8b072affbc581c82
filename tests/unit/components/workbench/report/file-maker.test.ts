import { createFileMaker, type ReportWorker } from "#components/workbench/report/file-maker.ts";
import type { MadeFile, Work, WorkAsked, WorkSaid } from "#components/workbench/report/report-work.ts";
import { emptySession } from "#core/document/new-session.ts";
import { expect, test } from "vitest";

const SETTINGS = {
  title: "",
  client: "",
  author: "",
  date: "2026-03-01",
  confidentiality: "",
  logo: null,
  isAnonymous: false,
} as const;
const WORK: Work = { kind: "report", session: emptySession(), settings: SETTINGS, format: "json" };
const FILE: MadeFile = {
  ...{ name: "a.json", mediaType: "application/json", bytes: new Uint8Array([123, 125]) },
  ...{ sha256: "44", madeWith: { version: "seamark.findings/1", published: "00" } },
};

/** A worker that does what the test says, when it says so. */
function handWorkers() {
  const all: { asked: WorkAsked[]; isEnded: boolean; say: (said: WorkSaid) => void; fall: () => void }[] = [];
  const start = (): ReportWorker => {
    const heard = new Map<string, (event: Event) => void>();
    const own = {
      asked: [] as WorkAsked[],
      isEnded: false,
      say: (said: WorkSaid) => heard.get("message")?.(new MessageEvent("message", { data: said })),
      fall: () => heard.get("error")?.(new Event("error")),
    };
    all.push(own);
    return {
      postMessage: (asked: WorkAsked) => void own.asked.push(asked),
      terminate: () => void (own.isEnded = true),
      addEventListener: (type: string, listener: unknown) =>
        void heard.set(type, listener as (event: Event) => void),
    };
  };
  return { all, start };
}

test("files are made one after another in one worker, and handed on as each is made", () => {
  const { all, start } = handWorkers();
  const maker = createFileMaker(start);
  const made: string[] = [];
  maker.make("a", WORK, () => made.push("a"));
  maker.make("b", WORK, () => made.push("b"));
  const [worker] = all;
  expect(worker?.asked.map(({ number }) => number)).toEqual([1]);
  expect(maker.states().get("b")).toEqual({ kind: "waiting" });

  worker?.say({ kind: "progress", number: 1, done: 0.5, doing: "Setting page 14" });
  expect(maker.states().get("a")).toEqual({ kind: "making", done: 0.5, doing: "Setting page 14" });
  worker?.say({ kind: "made", number: 1, file: FILE });
  expect(made).toEqual(["a"]);
  expect(maker.states().get("a")).toMatchObject({ kind: "made", file: FILE });
  expect(maker.states().get("b")).toMatchObject({ kind: "making", done: 0 });

  worker?.say({ kind: "made", number: 2, file: FILE });
  expect(made).toEqual(["a", "b"]);
  expect(all).toHaveLength(1);
  expect(worker?.isEnded).toBe(false);
});

test("what is given up ends with its worker, and the next is made by another", () => {
  const { all, start } = handWorkers();
  const maker = createFileMaker(start);
  const made: string[] = [];
  maker.make("a", WORK, () => made.push("a"));
  maker.make("b", WORK, () => made.push("b"));
  maker.cancel("a");
  expect(all.map(({ isEnded }) => isEnded)).toEqual([true, false]);
  expect(maker.states().has("a")).toBe(false);

  // Words of the first that were on their way when it ended.
  all[0]?.say({ kind: "made", number: 1, file: FILE });
  expect(made).toEqual([]);
  all[1]?.say({ kind: "made", number: 2, file: FILE });
  expect(made).toEqual(["b"]);
});

test("what waits can be given up without disturbing what is being made", () => {
  const { all, start } = handWorkers();
  const maker = createFileMaker(start);
  maker.make("a", WORK);
  maker.make("b", WORK);
  maker.cancel("b");
  expect(all.map(({ isEnded }) => isEnded)).toEqual([false]);
  all[0]?.say({ kind: "made", number: 1, file: FILE });
  expect([...maker.states().keys()]).toEqual(["a"]);
  expect(all[0]?.asked).toHaveLength(1);
});

test("the same file wanted again takes the place of the one that was being made", () => {
  const { all, start } = handWorkers();
  const maker = createFileMaker(start);
  const made: string[] = [];
  maker.make("a", WORK, () => made.push("first"));
  maker.make("a", WORK, () => made.push("second"));
  all.at(-1)?.say({ kind: "made", number: 2, file: FILE });
  expect(made).toEqual(["second"]);
});

test("a file that cannot be made says why, and the next has its turn", () => {
  const { all, start } = handWorkers();
  const maker = createFileMaker(start);
  maker.make("a", WORK);
  maker.make("b", WORK);
  all[0]?.say({ kind: "failed", number: 1, reason: "a font could not be loaded" });
  expect(maker.states().get("a")).toMatchObject({ kind: "failed", reason: "a font could not be loaded" });
  expect(maker.states().get("b")).toMatchObject({ kind: "making" });

  all[0]?.fall();
  expect(maker.states().get("b")).toMatchObject({
    kind: "failed",
    reason: expect.stringContaining("the browser ended") as string,
  });
  maker.make("b", WORK);
  expect(all).toHaveLength(2);
  expect(all[1]?.asked).toHaveLength(1);
});

test("a file with nothing in it is not made, and the next has its turn", () => {
  const { all, start } = handWorkers();
  const maker = createFileMaker(start);
  const made: string[] = [];
  maker.make("a", WORK, () => made.push("a"));
  maker.make("b", WORK);
  all[0]?.say({ kind: "empty", number: 1, why: "There is nothing to record yet." });
  expect(made).toEqual([]);
  expect(maker.states().get("a")).toEqual({
    kind: "empty",
    work: WORK,
    why: "There is nothing to record yet.",
  });
  expect(maker.states().get("b")).toMatchObject({ kind: "making" });
});

test("nothing is heard of what was being made when the maker ends", () => {
  const { all, start } = handWorkers();
  const maker = createFileMaker(start);
  const made: string[] = [];
  maker.make("a", WORK, () => made.push("a"));
  maker.end();
  expect(all[0]?.isEnded).toBe(true);
  all[0]?.say({ kind: "made", number: 1, file: FILE });
  expect(made).toEqual([]);
});
