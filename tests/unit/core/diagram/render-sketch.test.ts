import { describe, expect, it } from "vitest";
import { COMPONENT_KINDS, CONNECTION_KINDS, FORMAT } from "#core/architecture/vocabulary.ts";
import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { wrapName } from "#core/diagram/draw-component.ts";
import { renderSketch } from "#core/diagram/render-sketch.ts";
import { readMarkup } from "#tests/support/check-markup.ts";

const plain = { facts: {}, numbers: {}, notes: "" };
const everyKind: Architecture = {
  format: FORMAT,
  title: "Every kind",
  summary: "",
  objects: [{ id: "order", name: "order" }],
  boundaries: [{ id: "house", name: "House", kind: "trust", within: null }],
  components: COMPONENT_KINDS.map((kind) => ({
    id: kind,
    name: `A ${kind}`,
    kind,
    boundaries: ["house"],
    ...plain,
  })),
  connections: CONNECTION_KINDS.map((kind, i) => ({
    id: kind,
    from: COMPONENT_KINDS[i]!,
    to: COMPONENT_KINDS[i + 1]!,
    kind,
    carries: "order",
    over: [],
    ...plain,
  })),
  agreements: [],
  history: [],
};

describe("renderSketch", () => {
  it("draws every kind of component and connection and labels what is carried", () => {
    const svg = renderSketch(everyKind);
    for (const kind of COMPONENT_KINDS) expect(svg).toContain(`data-component="${kind}"`);
    for (const kind of CONNECTION_KINDS) expect(svg).toContain(`data-connection="${kind}"`);
    expect(svg.match(/>order<\/text>/g)).toHaveLength(CONNECTION_KINDS.length);
    expect(readMarkup(svg).problem).toBeNull();
  });

  it("stitches a seam between two components that have no connection", () => {
    const svg = renderSketch(everyKind, { seams: [["external", "person"]] });
    expect(svg).toContain('data-seam="external~person"');
    expect(svg).toContain("A seam between A external and A person.");
  });

  it("has a name and a description that assistive technology finds", () => {
    expect(renderSketch(everyKind, { idPrefix: "one", title: "Night" })).toContain(
      'role="img" aria-labelledby="one-title one-desc"',
    );
  });

  it("draws an empty sketch as an empty sheet", () => {
    const nothing = { ...everyKind, components: [], connections: [], boundaries: [] };
    expect(readMarkup(renderSketch(nothing)).elements).toEqual(["svg", "title", "desc"]);
  });
});

describe("wrapName", () => {
  it("breaks between words and ends in an ellipsis what does not fit", () => {
    expect(wrapName("Client certificate authority")).toEqual(["Client certificate", "authority"]);
    expect(wrapName("x".repeat(60))).toEqual(["x".repeat(23), `${"x".repeat(22)}…`]);
    expect(wrapName("W".repeat(60))).toEqual(["W".repeat(12), `${"W".repeat(11)}…`]);
    expect(wrapName("港".repeat(60))).toEqual(["港".repeat(11), `${"港".repeat(10)}…`]);
  });

  it("parts no mark from its letter", () => {
    expect(wrapName("x\u0304".repeat(40))).toEqual(["x\u0304".repeat(11), `${"x\u0304".repeat(10)}…`]);
  });
});
