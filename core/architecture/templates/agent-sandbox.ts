import { FORMAT } from "../vocabulary.ts";
import type { Template } from "./template.ts";

export const agentSandbox: Template = {
  key: "agent-sandbox",
  about: "Whether the tool call that was allowed is the one that acts, and on whose authority it does.",
  sketch: {
    format: FORMAT,
    title: "Agent with tools and a sandbox",
    objects: [
      { id: "task", name: "Task" },
      { id: "prompt", name: "Prompt" },
      { id: "tool-call", name: "Tool call" },
      { id: "page-content", name: "Page content" },
      { id: "command", name: "Command" },
      { id: "credential", name: "Credential" },
    ],
    boundaries: [
      { id: "sandbox", name: "Sandbox", kind: "trust" },
      { id: "company", name: "Company systems", kind: "trust" },
    ],
    components: [
      { id: "user", name: "User", kind: "person" },
      { id: "agent", name: "Agent", kind: "service" },
      { id: "model", name: "Language model", kind: "external" },
      { id: "tool-policy", name: "Tool policy", kind: "enforcer" },
      { id: "tool-runner", name: "Tool runner", kind: "executor", boundaries: ["sandbox"] },
      { id: "workspace", name: "Workspace", kind: "store", boundaries: ["sandbox"] },
      { id: "open-web", name: "Open web", kind: "external" },
      { id: "company-api", name: "Company API", kind: "service", boundaries: ["company"] },
      { id: "credential-store", name: "Credential store", kind: "directory", boundaries: ["company"] },
    ],
    connections: [
      { id: "give-task", from: "user", to: "agent", kind: "call", carries: "task" },
      { id: "complete", from: "agent", to: "model", kind: "call", carries: "prompt" },
      { id: "permit", from: "agent", to: "tool-policy", kind: "decide", carries: "tool-call" },
      { id: "run-tool", from: "agent", to: "tool-runner", kind: "call", carries: "tool-call" },
      { id: "read-web", from: "tool-runner", to: "open-web", kind: "read", carries: "page-content" },
      { id: "work-on", from: "tool-runner", to: "workspace", kind: "write", carries: "command" },
      { id: "act", from: "tool-runner", to: "company-api", kind: "call", carries: "tool-call" },
      {
        id: "take-credential",
        from: "tool-runner",
        to: "credential-store",
        kind: "read",
        carries: "credential",
      },
    ],
  },
};
