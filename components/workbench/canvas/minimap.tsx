import { COMPONENT_SIZE } from "#core/diagram/layout-sketch.ts";
import { Panel, useReactFlow, useStoreApi } from "@xyflow/react";
import { memo, useEffect, useMemo, useRef, type PointerEvent } from "react";
import { useWorkbench } from "../workbench-context.ts";
import { MAP, mapViewOf, onMap, underMap, type MapView } from "./minimap-view.ts";
import { placeOf } from "./sketch-drawing.ts";

/** Below this the sketch is its own map. */
const FEWEST = 12;
/** A few times a second is enough to see where one is. */
const EVERY = 150;

/**
 * The whole sketch in a corner, and what part of it the screen shows; a press there goes there. It costs next to nothing
 * while something moves: it is one picture of its own, and hears of the view through no rendering.
 */
export const Minimap = memo(function Minimap() {
  const { architecture, positions } = useWorkbench().session;
  const { components } = architecture;
  const boxes = useMemo(
    () =>
      components.map(({ id }, i) => {
        const [x, y] = placeOf(positions, id, i);
        return { x, y, ...COMPONENT_SIZE };
      }),
    [components, positions],
  );
  const view = useMemo(() => mapViewOf(boxes), [boxes]);
  if (boxes.length < FEWEST) return null;
  return (
    <Panel position="bottom-right" className="mb-7! hidden lg:block" aria-hidden="true">
      <Picture boxes={boxes} view={view} />
    </Panel>
  );
});

interface PictureProps {
  readonly boxes: Parameters<typeof onMap>[1][];
  readonly view: MapView;
}

function Picture({ boxes, view }: PictureProps) {
  const store = useStoreApi();
  const { setCenter, getZoom } = useReactFlow();
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const draw = () => {
      const { transform, width, height } = store.getState();
      const [x, y, zoom] = transform;
      if (canvas.current === null) return;
      paint(canvas.current, boxes, view, {
        x: -x / zoom,
        y: -y / zoom,
        width: width / zoom,
        height: height / zoom,
      });
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const drawSoon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        draw();
      }, EVERY);
    };
    // By then the page has its styles: asked for at once, they would have to be found for all that is new in it.
    drawSoon();
    const stop = store.subscribe(({ transform, width, height }, before) => {
      if (transform !== before.transform || width !== before.width || height !== before.height) drawSoon();
    });
    const scheme = matchMedia("(prefers-color-scheme: dark)");
    scheme.addEventListener("change", drawSoon);
    return () => {
      stop();
      clearTimeout(timer);
      scheme.removeEventListener("change", drawSoon);
    };
  }, [store, boxes, view]);

  const go = ({ currentTarget, clientX, clientY, buttons }: PointerEvent<HTMLCanvasElement>) => {
    if (buttons !== 1) return;
    const { left, top } = currentTarget.getBoundingClientRect();
    const { x, y } = underMap(view, { x: clientX - left - 1, y: clientY - top - 1 });
    void setCenter(x, y, { zoom: getZoom() });
  };
  return (
    <canvas
      ref={canvas}
      className="sketch-minimap nopan nowheel block"
      style={MAP}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={go}
    />
  );
}

function paint(
  canvas: HTMLCanvasElement,
  boxes: PictureProps["boxes"],
  view: MapView,
  screen: Parameters<typeof onMap>[1],
): void {
  const pen = canvas.getContext("2d");
  if (pen === null) return;
  const { devicePixelRatio } = window;
  const colour = (name: string) => getComputedStyle(canvas).getPropertyValue(name);
  canvas.width = MAP.width * devicePixelRatio;
  canvas.height = MAP.height * devicePixelRatio;
  pen.scale(devicePixelRatio, devicePixelRatio);
  pen.fillStyle = colour("--color-rule");
  pen.beginPath();
  for (const box of boxes) {
    const { x, y, width, height } = onMap(view, box);
    pen.rect(x, y, Math.max(1, width), Math.max(1, height));
  }
  pen.fill();
  const { x, y, width, height } = onMap(view, screen);
  pen.strokeStyle = colour("--color-ink");
  pen.strokeRect(x, y, width, height);
}
