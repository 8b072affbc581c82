/** AntV X6, the canvas library of OWASP Threat Dragon, drawing only what is on the screen. */
import { COMPONENT_SIZE } from "#core/diagram/layout-sketch.ts";
import type { Session } from "#core/document/session.schema.ts";
import { Graph, History, Selection } from "@antv/x6";

const container = document.getElementById("canvas");
const { architecture, positions } = JSON.parse(
  document.getElementById("scene")?.textContent ?? "",
) as Session;

if (container !== null) {
  const graph = new Graph({
    container,
    async: true,
    virtual: true,
    panning: true,
    mousewheel: { enabled: true, factor: 1.05, minScale: 0.1, maxScale: 2 },
  });
  graph.use(new Selection({ enabled: true, multiple: true, rubberband: true, modifiers: "shift" }));
  graph.use(new History({ enabled: true }));
  graph.fromJSON({
    nodes: architecture.components.map((component) => {
      const [x, y] = positions[component.id] ?? [0, 0];
      return {
        id: component.id,
        shape: "rect",
        x,
        y,
        ...COMPONENT_SIZE,
        // A box, its kind and its name: its own drawing can be no richer without another renderer.
        attrs: { label: { text: `${component.kind}\n${component.name}`, fontSize: 12 } },
      };
    }),
    edges: architecture.connections.map(({ id, from, to }) => ({ id, source: from, target: to })),
  });
  graph.zoomToFit({ padding: 30, maxScale: 1, minScale: 0.1 });
  addEventListener("keydown", (event) => {
    if (event.ctrlKey && event.key === "z") graph.undo();
  });
  Object.assign(window, {
    zoomTo: (zoom: number) => {
      graph.zoomTo(zoom);
      graph.centerContent();
    },
  });
}
