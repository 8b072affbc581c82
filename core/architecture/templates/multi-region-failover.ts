import { FORMAT } from "../vocabulary.ts";
import type { Template } from "./template.ts";

export const multiRegionFailover: Template = {
  key: "multi-region-failover",
  about: "Who may take writes, who knows it, and what was copied by then when the region changes.",
  sketch: {
    format: FORMAT,
    title: "Failover between two regions",
    objects: [
      { id: "request", name: "Request" },
      { id: "account", name: "Account" },
      { id: "change-log", name: "Change log" },
      { id: "role", name: "Leading role" },
      { id: "route", name: "Route" },
    ],
    boundaries: [
      { id: "region-a", name: "Region A", kind: "failure" },
      { id: "region-b", name: "Region B", kind: "failure" },
    ],
    components: [
      { id: "client-app", name: "Client application", kind: "client" },
      { id: "traffic-director", name: "Traffic director", kind: "gateway" },
      { id: "service-a", name: "Service in A", kind: "service", boundaries: ["region-a"] },
      { id: "service-b", name: "Service in B", kind: "service", boundaries: ["region-b"] },
      { id: "primary", name: "Primary store", kind: "store", boundaries: ["region-a"] },
      { id: "replica", name: "Replica store", kind: "store", boundaries: ["region-b"] },
      { id: "failover-controller", name: "Failover controller", kind: "controller" },
      { id: "region-monitor", name: "Region monitor", kind: "monitor" },
      { id: "backbone", name: "Backbone", kind: "network" },
    ],
    connections: [
      { id: "ask", from: "client-app", to: "traffic-director", kind: "call", carries: "request" },
      { id: "to-a", from: "traffic-director", to: "service-a", kind: "call", carries: "request" },
      { id: "to-b", from: "traffic-director", to: "service-b", kind: "call", carries: "request" },
      { id: "write-a", from: "service-a", to: "primary", kind: "write", carries: "account" },
      { id: "write-b", from: "service-b", to: "replica", kind: "write", carries: "account" },
      {
        id: "copy",
        from: "primary",
        to: "replica",
        kind: "replicate",
        carries: "change-log",
        over: ["backbone"],
      },
      { id: "watch-a", from: "region-monitor", to: "primary", kind: "observe", over: ["backbone"] },
      { id: "report", from: "region-monitor", to: "failover-controller", kind: "send" },
      { id: "promote", from: "failover-controller", to: "replica", kind: "control", carries: "role" },
      {
        id: "turn",
        from: "failover-controller",
        to: "traffic-director",
        kind: "configure",
        carries: "route",
      },
    ],
  },
};
