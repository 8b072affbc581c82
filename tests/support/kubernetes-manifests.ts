import { readSketch, type ReadSketch } from "./read-sketch.ts";

/** What is in manifests, each text a file. */
export function readManifests(...texts: readonly string[]): ReadSketch {
  return readSketch("kubernetes", ...texts);
}

/** A Deployment in short; `inside` is put into its container, `spec` into its spec. */
export function deployment(
  name: string,
  inside = "",
  { spec = "", pod = "", meta = "", kind = "Deployment" } = {},
) {
  return `---
apiVersion: apps/v1
kind: ${kind}
metadata: { name: ${name}, ${meta} }
spec:
  ${spec}
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      ${pod}
      containers: [{ name: main, image: acme/x, ${inside} }]
`;
}

/** A Service in front of the pods with that label; of all that is written elsewhere where it is null. */
export function service(name: string, app: string | null, meta = "") {
  const selector = app === null ? "{}" : `{ selector: { app: ${app} } }`;
  return `---
apiVersion: v1
kind: Service
metadata: { name: ${name}, ${meta} }
spec: ${selector}
`;
}
