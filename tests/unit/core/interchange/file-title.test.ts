import { expect, test } from "vitest";
import { fileTitle } from "#core/interchange/file-title.ts";
import { importFiles } from "#core/interchange/importers.ts";

test.each([
  ["shop.yaml", "shop"],
  ["deploy/shop.prod.yaml", "shop.prod"],
  ["C:\\work\\shop.json", "shop"],
  ["deploy/.env", ".env"],
  ["shop", "shop"],
  ["", ""],
])("%j is called %j", (name, title) => {
  expect(fileTitle(name)).toBe(title);
});

const DRAGON = {
  version: "2.3.0",
  summary: { title: " " },
  detail: { diagrams: [{ id: 0, title: "", cells: [] }] },
};
const BOM = {
  version: "1",
  scope: { title: "", description: "" },
  trust_zones: [],
  actors: [],
  components: [],
  data_stores: [],
  data_flows: [],
};
const SPAN = { traceID: "1", spanID: "2", operationName: "get", processID: "p", startTime: 1, duration: 1 };
const JAEGER = { data: [{ traceID: "1", spans: [SPAN], processes: { p: { serviceName: "web" } } }] };

test.each([
  ["mermaid", "flowchart LR\nA --> B"],
  ["structurizr", "workspace {\n model {\n a = softwareSystem A\n }\n}"],
  ["docker-compose", "services:\n  web:\n    image: nginx\n"],
  ["kubernetes", "apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [] }\n"],
  ["traces", JSON.stringify(JAEGER)],
  ["open-threat-model", JSON.stringify({ otmVersion: "0.2.0", project: { name: "", id: "x" } })],
  ["threat-dragon", JSON.stringify(DRAGON)],
  ["tm-bom", JSON.stringify(BOM)],
] as const)("a sketch from %s that says no title is called after its file", (format, text) => {
  const read = importFiles([{ name: "deploy/shop.txt", text }], { at: "2026-03-01T10:00:00.000Z" }, format);
  if (!read.ok) expect.fail(JSON.stringify(read.error));
  expect(read.value.session.architecture.title).toBe("shop");
});
