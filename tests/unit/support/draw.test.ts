import { describe, expect, test } from "vitest";
import { draw } from "#tests/support/draw.ts";

const sketch = draw(
  "Orders",
  `
  boundary team shop
  client app                                      scale=fleet mixesTrust=false
  gateway edge  in [shop]                         restartNeeds=[app, link]   // what it cannot start without
  enforcer limiter
  network link

  app -call-> edge: new order over [link]         onFailure=retries atomicWith=[app-edge-2]
  app -call-> edge
  edge -decide-> limiter: new order
  edge ~ limiter: both count the same order       stated=nowhere limitedTo=[steady-state, within-limits]
`,
);

describe("draw", () => {
  test("reads components with their boundaries and facts", () => {
    expect(sketch.boundaries).toMatchObject([{ id: "shop", kind: "team" }]);
    expect(sketch.components[0]).toMatchObject({
      kind: "client",
      facts: { scale: "fleet", mixesTrust: false },
    });
    expect(sketch.components[1]).toMatchObject({
      boundaries: ["shop"],
      facts: { restartNeeds: ["app", "link"] },
    });
  });

  test("reads connections; one object has one id, and equal ends are counted", () => {
    expect(sketch.objects).toEqual([{ id: "new-order", name: "new order" }]);
    expect(sketch.connections).toMatchObject([
      { id: "app-edge", kind: "call", carries: "new-order", over: ["link"], facts: { onFailure: "retries" } },
      { id: "app-edge-2", carries: null, over: [] },
      { id: "edge-limiter", kind: "decide", carries: "new-order" },
    ]);
  });

  test("reads agreements", () => {
    expect(sketch.agreements).toMatchObject([
      {
        between: ["edge", "limiter"],
        about: "both count the same order",
        facts: { stated: "nowhere", limitedTo: ["steady-state", "within-limits"] },
      },
    ]);
  });

  test.each([
    ["gatway edge", /Bad: there is no kind of component “gatway” in “gatway edge”/],
    ["boundary land here", /no kind of boundary “land”/],
    ["client app\nclient api\napp -phones-> api", /no kind of connection “phones”/],
    ["this is not a line", /neither a component/],
    ["client app\nservice api\napp -call-> api: order over [nowhere]", /no entry "nowhere" in components/],
    ["client app  scale=many", /\/components\/0\/facts\/scale/],
    ["client app  size=few", /size/],
    ["client app\nclient app", /used twice/],
  ])("refuses %j", (text, message) => {
    expect(() => draw("Bad", text)).toThrow(message);
  });
});
