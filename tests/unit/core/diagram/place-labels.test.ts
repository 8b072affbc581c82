import { placeLabels } from "#core/diagram/place-labels.ts";
import { expect, test } from "vitest";

const plumb = (x: number, from: number, to: number) => [
  { x, y: from },
  { x, y: to },
];

test("a label of a line near the edge is not cut off", () => {
  const wish = (key: string, x: number) => ({
    key,
    text: "proposed role credentials",
    route: plumb(x, 0, 200),
  });
  const placed = placeLabels([wish("left", 20), wish("right", 380)], [], [], 400);
  expect(placed.get("left")?.x).toBeGreaterThanOrEqual(0);
  const right = placed.get("right");
  expect((right?.x ?? 0) + (right?.width ?? Infinity)).toBeLessThanOrEqual(400);
});

test("a label takes any free place of its line rather than one on another label", () => {
  const [first, second] = [plumb(100, 0, 100), plumb(150, 0, 240)];
  const wishes = [
    { key: "a", text: "web request", route: first },
    { key: "b", text: "firewall data", route: second },
  ];
  const box = { x: 149, y: 60, width: 52, height: 145 };
  const placed = placeLabels(wishes, [box], [first, second]);
  const [a, b] = [placed.get("a"), placed.get("b")];
  if (a === undefined || b === undefined) throw new Error("a label is missing");
  expect(Math.abs(a.y - b.y)).toBeGreaterThanOrEqual(a.height);
  expect(b.y + b.height <= box.y || b.y >= box.y + box.height).toBe(true);
});

test("a label keeps away from the heads of lines that end at a component", () => {
  const route = plumb(100, 0, 120);
  const [label] = placeLabels(
    [{ key: "a", text: "data", route }],
    [{ x: 60, y: 68, width: 80, height: 10 }],
    [],
  ).values();
  expect((label?.y ?? 99) + 15).toBeLessThan(68 - 11);
});
