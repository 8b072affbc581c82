import { FORMAT } from "../vocabulary.ts";
import type { Template } from "./template.ts";

export const authorizationGateway: Template = {
  key: "authorization-gateway",
  about: "Whether the request that is judged is the request that is carried out.",
  sketch: {
    format: FORMAT,
    title: "Authorization gateway",
    objects: [
      { id: "api-request", name: "API request" },
      { id: "policy", name: "Policy" },
      { id: "token", name: "Access token" },
      { id: "document", name: "Document" },
    ],
    boundaries: [
      { id: "outside", name: "Outside", kind: "trust" },
      { id: "inside", name: "Inside", kind: "trust" },
    ],
    components: [
      { id: "caller", name: "Caller", kind: "client", boundaries: ["outside"] },
      { id: "gateway", name: "Gateway", kind: "gateway", boundaries: ["inside"] },
      { id: "policy-engine", name: "Policy engine", kind: "enforcer", boundaries: ["inside"] },
      { id: "policy-source", name: "Policy source", kind: "config", boundaries: ["inside"] },
      { id: "identity-provider", name: "Identity provider", kind: "directory" },
      { id: "backend", name: "Backend", kind: "executor", boundaries: ["inside"] },
      { id: "document-store", name: "Document store", kind: "store", boundaries: ["inside"] },
    ],
    connections: [
      { id: "sign-in", from: "caller", to: "identity-provider", kind: "call", carries: "token" },
      { id: "request", from: "caller", to: "gateway", kind: "call", carries: "api-request" },
      { id: "ask", from: "gateway", to: "policy-engine", kind: "decide", carries: "api-request" },
      { id: "load-policy", from: "policy-source", to: "policy-engine", kind: "configure", carries: "policy" },
      { id: "check-token", from: "policy-engine", to: "identity-provider", kind: "read", carries: "token" },
      { id: "forward", from: "gateway", to: "backend", kind: "call", carries: "api-request" },
      { id: "change", from: "backend", to: "document-store", kind: "write", carries: "document" },
    ],
  },
};
