import { err, ok, type Result } from "#core/result.ts";
import { asName } from "#core/document/person-text.ts";
import { UNTITLED } from "#core/document/new-session.ts";
import * as Y from "yjs";
import { DOCUMENT_LIMITS, type UpdateProblem } from "./check-update.ts";
import { mapOf } from "./session-maps.ts";

/** The name of a document as a list shows it: one line, within limits, never empty. */
export function titleOf(doc: Y.Doc): string {
  const title = mapOf(doc, "meta").get("title");
  return (typeof title === "string" ? asName(withoutControls(title)) : "") || UNTITLED;
}

/** Neither what a database refuses nor what turns the direction of the text around it. */
function withoutControls(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ");
}

/** Whether a document, as it would be, is within the limits of what it holds. Its bytes are counted by whoever keeps them. */
export function checkDocument(doc: Y.Doc): Result<void, UpdateProblem> {
  const count = { keys: 0, depth: 0 };
  for (const type of doc.share.values()) {
    count.keys += 1;
    measureType(type, 1, count);
    if (count.depth > DOCUMENT_LIMITS.depth) return err({ kind: "limit", limit: "depth" });
    if (count.keys > DOCUMENT_LIMITS.keys) return err({ kind: "limit", limit: "keys" });
  }
  return ok(undefined);
}

type SharedType = Y.Doc["share"] extends Map<string, infer T> ? T : never;

interface Count {
  keys: number;
  depth: number;
}

/** Stops where a limit is passed, so that what is too deep is not followed to its end. */
function measureType(type: SharedType, depth: number, count: Count): void {
  count.depth = Math.max(count.depth, depth);
  if (depth > DOCUMENT_LIMITS.depth) return;
  for (const item of itemsOf(type)) {
    if (item.deleted) continue;
    count.keys += 1;
    if (count.keys > DOCUMENT_LIMITS.keys) return;
    if (item.content instanceof Y.ContentType) {
      measureType(item.content.type as SharedType, depth + 1, count);
    } else if (item.content instanceof Y.ContentAny) {
      for (const value of item.content.arr) measureValue(value, depth + 1, count);
    }
  }
}

function* itemsOf(type: SharedType): Generator<Y.Item> {
  yield* type._map.values();
  for (let item = type._start; item !== null; item = item.right) yield item;
}

function measureValue(value: unknown, depth: number, count: Count): void {
  if (typeof value !== "object" || value === null) return;
  count.depth = Math.max(count.depth, depth);
  if (depth > DOCUMENT_LIMITS.depth) return;
  for (const inner of Object.values(value)) measureValue(inner, depth + 1, count);
}
