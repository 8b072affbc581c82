import { pointerTo, readShape } from "../../architecture/input-problem.schema.ts";
import { err, type Result } from "../../result.ts";
import {
  composeLeftOut,
  composeNotes,
  listed,
  namedVolumes,
  namesOf,
  stateComposeFacts,
} from "./compose-facts.ts";
import { composeReasons, dependenciesOf } from "./compose-reasons.ts";
import { withDefaults } from "./compose-variables.ts";
import { ComposeFile, type ComposeService } from "./docker-compose.schema.ts";
import type { Imported, Importer, ImportFile, ImportOptions, ImportProblem, Place } from "../importer.ts";
import { problemsIn, readYaml, refuse, type ReadDocument } from "../read-document.ts";
import { connectByReasons } from "../running/reasons.ts";
import {
  agreeOnShared,
  schemesByTarget,
  seemingKind,
  type SeemingKind,
} from "../running/running-component.ts";
import { SketchBuilder } from "../sketch-builder.ts";

/** Finding the line of a service takes as long as there are services. */
const MOST_SERVICES = 1_000;

type PlaceOf = (...path: readonly (string | number)[]) => Place;

/** Docker Compose: services are components, what they name, link or wait for is connected, networks are boundaries. */
export const dockerCompose: Importer = {
  format: "docker-compose",
  name: "Docker Compose",
  endings: [".yaml", ".yml"],
  takesSeveral: false,
  recognizes: ({ text }) => /^services[ \t]{0,20}:/m.test(text) && !/^apiVersion[ \t]{0,20}:/m.test(text),
  read: ([file], options) => (file === undefined ? err([]) : read(file, options)),
};

function read(file: ImportFile, options: ImportOptions): Result<Imported, readonly ImportProblem[]> {
  const documents = readYaml(file);
  if (!documents.ok) return documents;
  const [document] = documents.value;
  if (document === undefined) return refuse(file, null, "there is nothing in it: choose another");
  if (servicesIn(document.value) > MOST_SERVICES)
    return refuse(file, null, `it holds more than ${MOST_SERVICES} services: choose fewer`);
  const shape = readShape(ComposeFile, document.value);
  if (!shape.ok) return err(problemsIn(file, document, shape.error));
  const compose = shape.value;
  const sketch = new SketchBuilder("docker-compose", options);
  const placeOf = placesIn(file, document);
  drawServices(sketch, compose, placeOf);
  composeLeftOut(sketch, compose, placeOf);
  for (const other of documents.value.slice(1))
    sketch.leftOut("a further document: only the first is read", { file: file.name, line: other.lineOf("") });
  return sketch.finish({ title: compose.name ?? "", file: file.name });
}

/** Before each of them is looked at. */
function servicesIn(file: unknown): number {
  const services = typeof file === "object" && file !== null && "services" in file ? file.services : null;
  return typeof services === "object" && services !== null ? Object.keys(services).length : 0;
}

/** Many things point at one line, and each line is looked for once. */
function placesIn({ name: file }: ImportFile, { lineOf }: Pick<ReadDocument, "lineOf">): PlaceOf {
  const known = new Map<string, Place>();
  return (...path) => {
    const pointer = pointerTo(path);
    const place = known.get(pointer) ?? { file, line: lineOf(pointer) };
    known.set(pointer, place);
    return place;
  };
}

function drawServices(sketch: SketchBuilder, compose: ComposeFile, placeOf: PlaceOf): void {
  const reasons = composeReasons(compose, placeOf);
  const schemes = schemesByTarget(reasons);
  const networks = networkBoundaries(sketch, compose, placeOf);
  const entries = Object.entries(compose.services).map(([name, service]) => {
    return { name, service, seems: seemingKind(name, imagesOf(service), schemes.get(name) ?? []) };
  });
  const components = new Map(
    entries.map(({ name, service, seems }) => {
      const place = placeOf("services", name);
      const lies = networksOf(sketch, { name, service, networks, place });
      const id = addService(sketch, { name, service, seems, ...lies, place });
      const at = (part: string) => placeOf("services", name, part);
      return [name, { id, kind: seems.kind, service, place: at }] as const;
    }),
  );
  const idOf = (name: string) => components.get(name)?.id;
  const kinds = new Map([...components.values()].map(({ id, kind }) => [id, kind]));
  const kindOf = (id: string) => kinds.get(id) ?? "service";
  for (const { id, kind, service, place } of components.values())
    stateComposeFacts(sketch, service, { id, kind, idOf }, place);
  const byId = reasons.flatMap((reason) => {
    const [from, to] = [idOf(reason.from), idOf(reason.to)];
    return from === undefined || to === undefined ? [] : [{ ...reason, from, to }];
  });
  connectByReasons(sketch, byId, kindOf);
  noteMissing(sketch, compose, placeOf);
  for (const [what, users] of sharedIn(compose)) {
    const shared = users.flatMap((name) => idOf(name) ?? []);
    const place = () => placeOf("services", users[0] ?? "");
    agreeOnShared(sketch, { what, components: shared, place }, kindOf);
  }
}

/** An image that is built here is called after what it is made for, and not after what it is. */
function imagesOf({ image, build }: ComposeService): readonly string[] {
  return build === undefined && image !== undefined && image !== null ? [withDefaults(image)] : [];
}

interface NewService {
  readonly name: string;
  readonly service: ComposeService;
  readonly seems: SeemingKind;
  readonly boundaries: readonly string[];
  readonly also: readonly string[];
  readonly place: Place;
}

function addService(
  sketch: SketchBuilder,
  { name, service, seems, boundaries, also, place }: NewService,
): string {
  const others = also.length === 0 ? [] : [`Also on the network: ${also.join(", ")}`];
  const notes = [composeNotes(service), ...others].filter((line) => line !== "").join("\n");
  const component = { name, kind: seems.kind, boundaries, notes };
  return sketch.component(component, { what: `service “${name}”`, guessedKind: seems.guess, ...place });
}

/** Networks that services name. The default one is there without anybody deciding it, and bounds nothing. */
function networkBoundaries(
  sketch: SketchBuilder,
  { services }: ComposeFile,
  placeOf: PlaceOf,
): ReadonlyMap<string, string> {
  const used = new Map<string, string>();
  for (const [service, { networks }] of Object.entries(services))
    for (const name of listed(networks)) if (name !== "default" && !used.has(name)) used.set(name, service);
  return new Map(
    [...used].map(([name, service]) => {
      const declared = placeOf("networks", name);
      const place = declared.line === null ? placeOf("services", service, "networks") : declared;
      const guessedKind = "that those who reach each other also trust each other is a guess";
      return [
        name,
        sketch.boundary({ name, kind: "trust" }, { what: `network “${name}”`, guessedKind, ...place }),
      ];
    }),
  );
}

/** A component lies in one boundary of a kind. Of several networks it is drawn in the first, and the others are said. */
function networksOf(
  sketch: SketchBuilder,
  {
    name,
    service,
    networks,
    place,
  }: Pick<NewService, "name" | "service" | "place"> & { readonly networks: ReadonlyMap<string, string> },
): Pick<NewService, "boundaries" | "also"> {
  const [first, ...also] = listed(service.networks).filter((one) => networks.has(one));
  for (const other of also)
    sketch.leftOut(
      `“${name}” is also on the network “${other}”, and is drawn in “${first ?? ""}” only`,
      place,
    );
  const boundary = first === undefined ? undefined : networks.get(first);
  return { boundaries: boundary === undefined ? [] : [boundary], also };
}

function noteMissing(sketch: SketchBuilder, { services }: ComposeFile, placeOf: PlaceOf): void {
  for (const [name, service] of Object.entries(services)) {
    for (const { service: other } of dependenciesOf(service)) {
      if (Object.hasOwn(services, other)) continue;
      const what = `“${name}” depends on “${other}”, which is not there`;
      sketch.leftOut(what, placeOf("services", name, "depends_on"));
    }
  }
}

/** Volumes and secrets with the services that have them. */
function sharedIn({ services }: ComposeFile): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  for (const [name, service] of Object.entries(services)) {
    const things = [
      ...namedVolumes(service).map((volume) => `the volume “${volume}”`),
      ...namesOf(service.secrets).map((secret) => `the secret “${secret}”`),
    ];
    for (const thing of new Set(things)) {
      const known = users.get(thing);
      if (known === undefined) users.set(thing, [name]);
      else known.push(name);
    }
  }
  return users;
}
