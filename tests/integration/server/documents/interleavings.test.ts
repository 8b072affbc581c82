import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import type { User } from "#core/access/policy.ts";
import { missingThere, readState } from "#live/document-log.ts";
import { compactDocument } from "#server/services/document-log.ts";
import { loadDocument } from "#server/services/documents.ts";
import { createAccount } from "#tests/support/accounts.ts";
import { contentOf, draw, drawn, fetchDocument, forgetLimits, keep, send } from "#tests/support/documents.ts";
import { useTestDatabase } from "#tests/support/test-database.ts";
import { valueOf } from "#tests/support/value-of.ts";

useTestDatabase();
const CLIENTS = 3;
const RUNS = 60;

type Step =
  | { readonly do: "draw" | "rename" | "delete"; readonly client: number; readonly key: string }
  | { readonly do: "send" | "meet" | "lose" | "repeat" | "late"; readonly client: number }
  | { readonly do: "compact" | "together" };

const client = fc.nat({ max: CLIENTS - 1 });
const key = fc.constantFrom("a", "b", "c");
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom("draw", "rename", "delete"), client, key }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constantFrom("send", "meet", "lose", "repeat", "late"), client }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("compact", "together") }) },
);

/** A device: its document, and what it has not sent. */
class Device {
  readonly doc = new Y.Doc();
  unsent: Uint8Array[] = [];
  last: Uint8Array | undefined;
  readonly #user: User;
  readonly #id: string;

  constructor(user: User, id: string, clientID: number) {
    [this.#user, this.#id] = [user, id];
    this.doc.clientID = clientID;
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "remote") this.unsent.push(update);
    });
  }

  async send(order: "as drawn" | "backwards" = "as drawn"): Promise<void> {
    const updates = order === "as drawn" ? this.unsent : this.unsent.toReversed();
    this.unsent = [];
    for (const update of updates) {
      valueOf(await send(this.#user, this.#id, update));
      this.last = update;
    }
  }

  async meet(): Promise<void> {
    const loaded = await loadDocument(this.#user, { id: this.#id, since: Y.encodeStateVector(this.doc) });
    const state = readState(valueOf(loaded))!;
    Y.applyUpdate(this.doc, state.update, "remote");
    const missing = missingThere(this.doc, state);
    this.unsent = [];
    if (missing) valueOf(await send(this.#user, this.#id, missing));
  }
}

async function take(step: Step, devices: readonly Device[], user: User, id: string): Promise<void> {
  if (!("client" in step)) {
    const others = step.do === "together" ? devices.map((one) => one.send()) : [];
    await Promise.all([...others, compactDocument(id)]);
    return;
  }
  const device = devices[step.client]!;
  if (step.do === "draw") draw(device.doc, step.key, `${step.client}`);
  else if (step.do === "rename") device.doc.getMap("meta").set("title", `${step.key} ${step.client}`);
  else if (step.do === "delete") device.doc.getMap("components").delete(step.key);
  else if (step.do === "send") await device.send();
  else if (step.do === "late") await device.send("backwards");
  else if (step.do === "meet") await device.meet();
  // What was not sent when the page was closed.
  else if (step.do === "lose") device.unsent = [];
  else if (device.last !== undefined) valueOf(await send(user, id, device.last));
}

test(`${RUNS} interleavings of devices, snapshots and repeats all end in the document that Yjs makes of them`, async () => {
  const { actor: user } = await createAccount("member");
  const plainRuns = fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
    await forgetLimits();
    const begun = drawn("Begun");
    const id = await keep(user, begun, randomUUID());
    const devices = Array.from({ length: CLIENTS }, (_, i) => new Device(user, id, i + 1));
    for (const one of steps) await take(one, devices, user, id);
    // Twice: the first round brings everything there, the second brings everything back.
    for (const device of [...devices, ...devices]) await device.meet();
    const plain = new Y.Doc();
    for (const doc of [begun, ...devices.map((device) => device.doc)])
      Y.applyUpdate(plain, Y.encodeStateAsUpdate(doc));
    const expected = contentOf(plain);
    expect(contentOf(await fetchDocument(user, id))).toEqual(expected);
    await compactDocument(id);
    expect(contentOf(await fetchDocument(user, id))).toEqual(expected);
    for (const device of devices) expect(contentOf(device.doc)).toEqual(expected);
  });
  await fc.assert(plainRuns, { numRuns: RUNS, endOnFailure: true });
}, 120_000);
