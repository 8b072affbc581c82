import { drawAsked, type RunsAsked, type RunsDrawn } from "./draw-asked.ts";

addEventListener("message", ({ data }: MessageEvent<RunsAsked>) => {
  void drawAsked(data).then((drawn: RunsDrawn) => postMessage(drawn));
});
