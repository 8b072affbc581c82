import { ACTION_IDS, KEY_TABLE, shownKeys } from "#components/workbench/actions/key-table.ts";
import { expect, test } from "vitest";

test("no key is taken twice", () => {
  const keys: readonly string[] = ACTION_IDS.flatMap((id) => [...KEY_TABLE[id].keys]);
  expect(new Set(keys.map((key) => key.toLowerCase())).size).toBe(keys.length);
});

test("keys are shown as they stand on the keyboard", () => {
  expect(shownKeys("$mod+Shift+z", false)).toBe("Ctrl+Shift+Z");
  expect(shownKeys("$mod+ArrowLeft", true)).toBe("⌘ ←");
  expect(shownKeys("[Shift]+(\\+|=)", false)).toBe("+");
  expect(shownKeys("[Shift]+?", false)).toBe("?");
  expect(shownKeys("Delete", false)).toBe("Del");
});
