import { FORMAT } from "../vocabulary.ts";
import type { Template } from "./template.ts";

export const controlPlaneFleet: Template = {
  key: "control-plane-fleet",
  about: "What happens to the control plane in the minute in which the whole fleet comes back to it.",
  sketch: {
    format: FORMAT,
    title: "Control plane and fleet",
    objects: [
      { id: "assignment", name: "Assignment" },
      { id: "lease", name: "Lease" },
      { id: "wanted-state", name: "Wanted state" },
      { id: "heartbeat", name: "Heartbeat" },
      { id: "settings", name: "Settings" },
    ],
    boundaries: [
      { id: "control-plane", name: "Control plane", kind: "layer" },
      { id: "data-plane", name: "Data plane", kind: "layer" },
    ],
    components: [
      { id: "operator", name: "Operator", kind: "person" },
      { id: "control-api", name: "Control API", kind: "service", boundaries: ["control-plane"] },
      { id: "reconciler", name: "Reconciler", kind: "controller", boundaries: ["control-plane"] },
      { id: "state-store", name: "State store", kind: "store", boundaries: ["control-plane"] },
      { id: "settings-source", name: "Settings source", kind: "config", boundaries: ["control-plane"] },
      { id: "agent-fleet", name: "Fleet of agents", kind: "client", boundaries: ["data-plane"] },
      { id: "workload", name: "Workload", kind: "executor", boundaries: ["data-plane"] },
      { id: "fleet-monitor", name: "Fleet monitor", kind: "monitor", boundaries: ["control-plane"] },
    ],
    connections: [
      { id: "order-state", from: "operator", to: "control-api", kind: "call", carries: "wanted-state" },
      { id: "keep-state", from: "control-api", to: "state-store", kind: "write", carries: "wanted-state" },
      { id: "read-state", from: "reconciler", to: "state-store", kind: "read", carries: "wanted-state" },
      { id: "assign", from: "reconciler", to: "agent-fleet", kind: "control", carries: "assignment" },
      { id: "renew", from: "agent-fleet", to: "control-api", kind: "call", carries: "lease" },
      { id: "roll-out", from: "settings-source", to: "agent-fleet", kind: "configure", carries: "settings" },
      { id: "run", from: "agent-fleet", to: "workload", kind: "control", carries: "assignment" },
      { id: "watch", from: "fleet-monitor", to: "workload", kind: "observe" },
      { id: "count", from: "reconciler", to: "agent-fleet", kind: "observe", carries: "heartbeat" },
    ],
  },
};
