import { FORMAT } from "../vocabulary.ts";
import type { Template } from "./template.ts";

export const threeTierWeb: Template = {
  key: "three-tier-web",
  about: "What the web tier takes in, the application does, and the database can hold at the same time.",
  sketch: {
    format: FORMAT,
    title: "Three-tier web application",
    objects: [
      { id: "page-request", name: "Page request" },
      { id: "form-entry", name: "Form entry" },
      { id: "customer-record", name: "Customer record" },
      { id: "login", name: "Login" },
    ],
    boundaries: [
      { id: "public-side", name: "Public side", kind: "trust" },
      { id: "private-side", name: "Private side", kind: "trust" },
    ],
    components: [
      { id: "browsers", name: "Browsers", kind: "client" },
      { id: "load-balancer", name: "Load balancer", kind: "gateway", boundaries: ["public-side"] },
      { id: "web-tier", name: "Web tier", kind: "service", boundaries: ["public-side"] },
      { id: "application", name: "Application", kind: "service", boundaries: ["private-side"] },
      { id: "session-store", name: "Login store", kind: "cache", boundaries: ["private-side"] },
      { id: "database", name: "Database", kind: "store", boundaries: ["private-side"] },
      { id: "health-check", name: "Health check", kind: "controller" },
    ],
    connections: [
      { id: "visit", from: "browsers", to: "load-balancer", kind: "call", carries: "page-request" },
      { id: "spread", from: "load-balancer", to: "web-tier", kind: "call", carries: "page-request" },
      { id: "submit", from: "web-tier", to: "application", kind: "call", carries: "form-entry" },
      { id: "look-up-login", from: "application", to: "session-store", kind: "read", carries: "login" },
      { id: "keep-login", from: "application", to: "session-store", kind: "write", carries: "login" },
      { id: "read-record", from: "application", to: "database", kind: "read", carries: "customer-record" },
      { id: "write-record", from: "application", to: "database", kind: "write", carries: "customer-record" },
      { id: "probe", from: "health-check", to: "web-tier", kind: "observe" },
      { id: "take-out", from: "health-check", to: "load-balancer", kind: "control" },
    ],
  },
};
