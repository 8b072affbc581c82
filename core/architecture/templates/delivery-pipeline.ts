import { FORMAT } from "../vocabulary.ts";
import type { Template } from "./template.ts";

export const deliveryPipeline: Template = {
  key: "delivery-pipeline",
  about: "Whether what was reviewed and tested is what runs, and how far one bad change gets.",
  sketch: {
    format: FORMAT,
    title: "CI/CD pipeline",
    objects: [
      { id: "change", name: "Change" },
      { id: "artifact", name: "Build artifact" },
      { id: "verdict", name: "Test verdict" },
      { id: "secret", name: "Deployment secret" },
      { id: "dependency", name: "Dependency" },
    ],
    boundaries: [
      { id: "build-side", name: "Build", kind: "trust" },
      { id: "production", name: "Production", kind: "deployment" },
    ],
    components: [
      { id: "developer", name: "Developer", kind: "person" },
      { id: "repository", name: "Source repository", kind: "store" },
      { id: "review-gate", name: "Review gate", kind: "enforcer" },
      { id: "build-runner", name: "Build runner", kind: "executor", boundaries: ["build-side"] },
      { id: "package-mirror", name: "Package mirror", kind: "external" },
      { id: "artifact-registry", name: "Artifact registry", kind: "store", boundaries: ["build-side"] },
      { id: "deployer", name: "Deployer", kind: "controller", boundaries: ["production"] },
      { id: "secret-store", name: "Secret store", kind: "directory", boundaries: ["production"] },
      { id: "running-service", name: "Running service", kind: "service", boundaries: ["production"] },
      { id: "rollout-monitor", name: "Rollout monitor", kind: "monitor", boundaries: ["production"] },
    ],
    connections: [
      { id: "push", from: "developer", to: "repository", kind: "write", carries: "change" },
      { id: "approve", from: "repository", to: "review-gate", kind: "decide", carries: "change" },
      { id: "check-out", from: "build-runner", to: "repository", kind: "read", carries: "change" },
      { id: "fetch", from: "build-runner", to: "package-mirror", kind: "read", carries: "dependency" },
      {
        id: "store-build",
        from: "build-runner",
        to: "artifact-registry",
        kind: "write",
        carries: "artifact",
      },
      { id: "pull", from: "deployer", to: "artifact-registry", kind: "read", carries: "artifact" },
      { id: "unlock", from: "deployer", to: "secret-store", kind: "read", carries: "secret" },
      { id: "deploy", from: "deployer", to: "running-service", kind: "control", carries: "artifact" },
      {
        id: "watch-rollout",
        from: "rollout-monitor",
        to: "running-service",
        kind: "observe",
        carries: "verdict",
      },
      { id: "roll-back", from: "rollout-monitor", to: "deployer", kind: "control" },
    ],
  },
};
