import { writeMermaid } from "#core/interchange/mermaid/write-mermaid.ts";
import { expect, test } from "#tests/support/browser.ts";
import { invariantOf, sketchOf } from "#tests/support/drawn-sketches.ts";
import { HOSTILE_TEXTS } from "#tests/support/hostile-texts.ts";
import type { Page } from "@playwright/test";
import { join } from "node:path";

const MERMAID = join(import.meta.dirname, "../../node_modules/mermaid/dist/mermaid.min.js");

interface Mermaid {
  initialize(settings: object): void;
  render(id: string, text: string): Promise<{ readonly svg: string }>;
}

/** Draws with the real tool as it is delivered, and gives the labels of boxes, groups and lines as they are shown. */
async function draw(page: Page, text: string) {
  await page.setContent("<!doctype html><title>Drawing</title><main></main>");
  await page.addScriptTag({ path: MERMAID });
  return page.evaluate(async (source) => {
    const { mermaid } = globalThis as unknown as { mermaid: Mermaid };
    mermaid.initialize({ startOnLoad: false });
    const { svg } = await mermaid.render("drawing", source);
    const main = document.querySelector("main")!;
    main.innerHTML = svg;
    const shown = (selector: string) =>
      [...main.querySelectorAll(selector)].map((one) => one.textContent.replaceAll(/\s+/g, " ").trim());
    return {
      nodes: shown("g.node .nodeLabel"),
      groups: shown("g.cluster .nodeLabel"),
      lines: shown("g.edgeLabels .edgeLabel .edgeLabel"),
      paths: main.querySelectorAll("g.edgePaths path").length,
      title: main.querySelector("text[class*=Title]")?.textContent ?? null,
      active: main.querySelectorAll(
        "script,iframe,img,a,object,embed,form,input,link,[onerror],[onload],[onclick]",
      ).length,
    };
  }, text);
}

test("the smallest sketch is drawn", async ({ page }) => {
  const drawn = await draw(page, writeMermaid.write(sketchOf([], "Nothing yet"), []));
  expect(drawn.nodes).toEqual([]);
  expect(drawn.title).toBe("Nothing yet");
  const one = await draw(page, writeMermaid.write({ ...sketchOf(["Orders"]) }, []));
  expect(one.nodes).toContain("Orders");
});

test("a typical sketch is drawn with its boundaries, labels and seams", async ({ page }) => {
  const names = ["Shop", "Orders", "Payments", "Stock", "Mail", "Audit", "Edge", "Search"];
  const sketch = sketchOf(names, "Shop: “orders” & more");
  const drawn = await draw(page, writeMermaid.write(sketch, [invariantOf("c0", "c3")]));
  expect([...drawn.nodes].sort()).toEqual([...names].sort());
  expect([...drawn.groups].sort()).toEqual(["Boundary 0", "Boundary 1", "Boundary 2", "Boundary 3"]);
  expect(drawn.lines).toContain("Seam 1: Evaluated is not executed (stated)");
  expect(drawn.lines).toContain("Object 0");
  expect(drawn.paths).toBe(sketch.architecture.connections.length + 1);
  expect(drawn.title).toBe("Shop: “orders” & more");
});

test("two hundred components are drawn as Mermaid is delivered", async ({ page }) => {
  test.slow();
  const sketch = sketchOf(Array.from({ length: 200 }, (_, index) => `Component ${index}`));
  const drawn = await draw(page, writeMermaid.write(sketch, [invariantOf("c0", "c199")]));
  expect(drawn.nodes).toHaveLength(200);
  expect(drawn.paths).toBe(sketch.architecture.connections.length + 1);
});

test("a hundred hostile labels are shown as the texts that they are", async ({ page }) => {
  test.slow();
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("dialog", (dialog) => {
    requests.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  const texts = HOSTILE_TEXTS.map((text) => text.slice(0, 190)).slice(0, 100);
  const sketch = sketchOf(texts, texts[0]);
  const names = sketch.architecture.boundaries.map((one, index) => ({ ...one, name: texts[index + 20]! }));
  const objects = sketch.architecture.objects.map((one, index) => ({ ...one, name: texts[index + 40]! }));
  const hostile = { ...sketch, architecture: { ...sketch.architecture, boundaries: names, objects } };
  const seam = invariantOf("c0", "c3", { title: texts[3]!, sentence: texts[4]!, owner: texts[5]! });
  const drawn = await draw(page, writeMermaid.write(hostile, [seam]));
  const plain = (text: string) => text.replaceAll(/[\s\p{Cc}]+/gu, " ").trim() || "Unnamed";
  expect([...drawn.nodes].sort()).toEqual(texts.map(plain).sort());
  expect([...drawn.groups].sort()).toEqual(names.map(({ name }) => plain(name)).sort());
  for (const { name } of objects) expect(drawn.lines).toContain(plain(name));
  expect(drawn.title).toBe(plain(texts[0]!).replaceAll("<", "‹").replaceAll(">", "›"));
  expect(drawn.active).toBe(0);
  expect(requests.filter((url) => !url.startsWith("about:"))).toEqual([]);
});
