import { FORMAT } from "../vocabulary.ts";
import type { Template } from "./template.ts";

export const eventDrivenOutbox: Template = {
  key: "event-driven-outbox",
  about: "That what was committed and what was announced are the same, once each, whoever listens.",
  sketch: {
    format: FORMAT,
    title: "Event-driven services with an outbox",
    objects: [
      { id: "order", name: "Order" },
      { id: "order-event", name: "Order event" },
      { id: "invoice", name: "Invoice" },
    ],
    boundaries: [
      { id: "ordering", name: "Ordering", kind: "team" },
      { id: "fulfilment", name: "Fulfilment", kind: "team" },
    ],
    components: [
      { id: "shop", name: "Shop", kind: "client" },
      { id: "order-service", name: "Order service", kind: "service", boundaries: ["ordering"] },
      { id: "order-table", name: "Order table", kind: "store", boundaries: ["ordering"] },
      { id: "outbox", name: "Outbox", kind: "store", boundaries: ["ordering"] },
      { id: "relay", name: "Relay", kind: "worker", boundaries: ["ordering"] },
      { id: "broker", name: "Message broker", kind: "queue" },
      { id: "billing", name: "Billing", kind: "worker", boundaries: ["fulfilment"] },
      { id: "shipping", name: "Shipping", kind: "worker", boundaries: ["fulfilment"] },
      { id: "invoice-table", name: "Invoice table", kind: "store", boundaries: ["fulfilment"] },
    ],
    connections: [
      { id: "place-order", from: "shop", to: "order-service", kind: "call", carries: "order" },
      { id: "commit-order", from: "order-service", to: "order-table", kind: "write", carries: "order" },
      { id: "commit-event", from: "order-service", to: "outbox", kind: "write", carries: "order-event" },
      { id: "collect", from: "relay", to: "outbox", kind: "read", carries: "order-event" },
      { id: "publish", from: "relay", to: "broker", kind: "send", carries: "order-event" },
      { id: "to-billing", from: "broker", to: "billing", kind: "send", carries: "order-event" },
      { id: "to-shipping", from: "broker", to: "shipping", kind: "send", carries: "order-event" },
      { id: "write-invoice", from: "billing", to: "invoice-table", kind: "write", carries: "invoice" },
    ],
  },
};
