import { FORMAT } from "../vocabulary.ts";
import type { Template } from "./template.ts";

export const cacheBeforeStore: Template = {
  key: "cache-before-store",
  about: "What the store meets when the cache is empty, and who is served what is no longer so.",
  sketch: {
    format: FORMAT,
    title: "Cache in front of a store",
    objects: [
      { id: "product", name: "Product" },
      { id: "product-change", name: "Product change" },
      { id: "eviction", name: "Eviction" },
    ],
    boundaries: [{ id: "region", name: "Region", kind: "failure" }],
    components: [
      { id: "reader", name: "Readers", kind: "client" },
      { id: "catalogue-service", name: "Catalogue service", kind: "service", boundaries: ["region"] },
      { id: "product-cache", name: "Product cache", kind: "cache", boundaries: ["region"] },
      { id: "product-store", name: "Product store", kind: "store", boundaries: ["region"] },
      { id: "editor", name: "Editor", kind: "person" },
      { id: "editing-service", name: "Editing service", kind: "service", boundaries: ["region"] },
      { id: "evictor", name: "Evictor", kind: "worker", boundaries: ["region"] },
    ],
    connections: [
      { id: "show", from: "reader", to: "catalogue-service", kind: "call", carries: "product" },
      { id: "read-cache", from: "catalogue-service", to: "product-cache", kind: "read", carries: "product" },
      { id: "load", from: "catalogue-service", to: "product-store", kind: "read", carries: "product" },
      { id: "fill", from: "catalogue-service", to: "product-cache", kind: "write", carries: "product" },
      { id: "edit", from: "editor", to: "editing-service", kind: "call", carries: "product-change" },
      { id: "save-change", from: "editing-service", to: "product-store", kind: "write", carries: "product" },
      { id: "announce", from: "editing-service", to: "evictor", kind: "send", carries: "product-change" },
      { id: "evict", from: "evictor", to: "product-cache", kind: "write", carries: "eviction" },
    ],
  },
};
