import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { FORMAT } from "#core/architecture/vocabulary.ts";

const plain = { facts: {}, numbers: {}, notes: "" };

/** The smallest sketch that has a seam: one component acts on a request, another was asked about a copy of it. */
export const FIRST_SEAM: Architecture = {
  format: FORMAT,
  title: "One component decides, another acts",
  summary: "",
  objects: [
    { id: "request", name: "request" },
    { id: "copy", name: "copy of the request" },
  ],
  boundaries: [],
  components: [
    { id: "caller", name: "Caller", kind: "client", boundaries: [], ...plain },
    { id: "acts", name: "Acts on the request", kind: "executor", boundaries: [], ...plain },
    { id: "decides", name: "Decides about it", kind: "enforcer", boundaries: [], ...plain },
  ],
  connections: [
    { id: "ask", from: "acts", to: "decides", kind: "decide", carries: "copy", over: [], ...plain },
    { id: "send", from: "caller", to: "acts", kind: "call", carries: "request", over: [], ...plain },
  ],
  agreements: [],
  history: [],
};
