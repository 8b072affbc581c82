import { pointerTo, readShape } from "../architecture/input-problem.schema.ts";
import { likelyKind } from "../architecture/likely-kind.ts";
import { err, type Result } from "../result.ts";
import { ComposeFile, type ComposeService } from "./docker-compose.schema.ts";
import type { Imported, Importer, ImportFile, ImportOptions, ImportProblem } from "./importer.ts";
import { problemsIn, readYaml, refuse } from "./read-document.ts";
import { SketchBuilder } from "./sketch-builder.ts";

/** Docker Compose: services are components, what they depend on is connected. */
export const dockerCompose: Importer = {
  format: "docker-compose",
  name: "Docker Compose",
  endings: [".yaml", ".yml"],
  takesSeveral: false,
  recognizes: ({ text }) => /^services\s*:/m.test(text),
  read: ([file], options) => (file === undefined ? err([]) : read(file, options)),
};

function read(file: ImportFile, options: ImportOptions): Result<Imported, readonly ImportProblem[]> {
  const documents = readYaml(file);
  if (!documents.ok) return documents;
  const [document] = documents.value;
  if (document === undefined) return refuse(file, null, "there is nothing in it: choose another");
  const shape = readShape(ComposeFile, document.value);
  if (!shape.ok) return err(problemsIn(file, document, shape.error));
  const { name, services } = shape.value;
  const sketch = new SketchBuilder("docker-compose", options);
  const place = (...path: readonly string[]) => ({
    file: file.name,
    line: document.lineOf(pointerTo(["services", ...path])),
  });
  const ids = new Map(
    Object.keys(services).map((service) => {
      const origin = { what: `service “${service}”`, ...place(service) };
      return [service, sketch.component({ name: service, kind: "service" }, origin)] as const;
    }),
  );
  for (const [service, { depends_on: needs }] of Object.entries(services)) {
    for (const other of namesIn(needs)) {
      const [from, to] = [ids.get(service), ids.get(other)];
      const origin = { what: `“${service}” depends on “${other}”`, ...place(service, "depends_on") };
      if (from === undefined || to === undefined)
        sketch.leftOut(`${origin.what}, which is not there`, origin);
      else sketch.connection({ from, to, kind: likelyKind("service", "service") }, origin);
    }
  }
  return sketch.finish({ title: name ?? file.name, file: file.name });
}

function namesIn(needs: ComposeService["depends_on"]): readonly string[] {
  if (needs === null || needs === undefined) return [];
  return Array.isArray(needs) ? needs : Object.keys(needs);
}
