import type { ComponentKind } from "../../architecture/vocabulary.ts";
import { dependenciesOf } from "./compose-reasons.ts";
import { withDefaults } from "./compose-variables.ts";
import type { ComposeFile, ComposeService } from "./docker-compose.schema.ts";
import type { Place } from "../importer.ts";
import { scaleOf } from "../running/running-component.ts";
import type { NewFact, SketchBuilder } from "../sketch-builder.ts";

type Given = Pick<NewFact, "value" | "evidence" | "guessed">;

/** What the file says of a service that has no fact of its own: kept as words. */
export function composeNotes(service: ComposeService): string {
  return [
    said("Image", service.image),
    said("Restarted", service.deploy?.restart_policy?.condition ?? service.restart),
    said("Published ports", service.ports?.map(portOf).join(", ")),
    said("Keeps data in", namedVolumes(service).join(", ")),
    said("Secrets", namesOf(service.secrets).join(", ")),
    said("Configuration", namesOf(service.configs).join(", ")),
    said("Only with profile", service.profiles?.join(", ")),
    said("Network", service.network_mode),
    ...deployNotes(service.deploy),
    healthNote(service.healthcheck),
  ]
    .filter((line) => line !== "")
    .join("\n");
}

function deployNotes(deploy: ComposeService["deploy"]): readonly string[] {
  const limits = deploy?.resources?.limits;
  const update = deploy?.update_config;
  return [
    said("Memory limit", limits?.memory),
    said("Processor limit", limits?.cpus),
    said("Replaced", update && updateOf(update)),
  ];
}

function healthNote(healthcheck: ComposeService["healthcheck"]): string {
  if (healthcheck?.disable === true) return "Health check: switched off";
  return said("Health check", healthcheck?.test && healthOf(healthcheck));
}

/** The facts of a service that the file says or strongly suggests. */
export function stateComposeFacts(
  sketch: SketchBuilder,
  service: ComposeService,
  component: {
    readonly id: string;
    readonly kind: ComponentKind;
    readonly idOf: (name: string) => string | undefined;
  },
  placeOf: (part: string) => Place,
): void {
  const about = { component: component.id };
  const scale = scaleIn(service);
  if (scale !== null) sketch.fact({ address: { about, fact: "scale" }, ...scale }, placeOf("deploy"));
  const needs = needsIn(service, component.idOf);
  if (needs !== null)
    sketch.fact({ address: { about, fact: "restartNeeds" }, ...needs }, placeOf("depends_on"));
  const [volume] = namedVolumes(service);
  if (component.kind === "store" && volume !== undefined) {
    const evidence = `it keeps its data in the volume “${volume}”`;
    const address = { about, fact: "stateAuthority" } as const;
    sketch.fact({ address, value: "authoritative", evidence, guessed: true }, placeOf("volumes"));
  }
}

function scaleIn(service: ComposeService): Given | null {
  const replicas = service.deploy?.replicas ?? service.scale ?? "";
  const known = scaleOf(replicas === "" ? 0 : Number(withDefaults(replicas)));
  if (known !== null) return { value: known, evidence: `replicas: ${replicas}`, guessed: false };
  if (service.deploy?.mode === "global")
    return { value: "fleet", evidence: "deploy mode global: one on every machine", guessed: true };
  if (isSaid(service.container_name) && replicas === "")
    return { value: "one", evidence: "it has a container_name, and only one can have it", guessed: false };
  return null;
}

/** A condition says what must work before; without one it is only started before, which is a guess at the same. */
function needsIn(service: ComposeService, idOf: (name: string) => string | undefined): Given | null {
  const needed = dependenciesOf(service).flatMap(({ service: name, condition, isRequired }) => {
    const id = idOf(name);
    return id === undefined || !isRequired ? [] : [{ id, condition, name }];
  });
  const checked = needed.filter(({ condition }) => condition !== "service_started");
  const started = needed.filter(({ condition }) => condition === "service_started");
  const names = (list: typeof needed) => list.map(({ name }) => name).join(", ");
  if (checked.length === 0) {
    if (started.length === 0) return null;
    const evidence = `depends_on, which says only what is started before it: ${names(started)}`;
    return { value: started.map(({ id }) => id), evidence, guessed: true };
  }
  const conditions = checked.map(({ name, condition }) => `${name} (${condition})`).join(", ");
  const others = started.length === 0 ? "" : `; only started before it: ${names(started)}`;
  return {
    value: checked.map(({ id }) => id),
    evidence: `depends_on: ${conditions}${others}`,
    guessed: false,
  };
}

/** Volumes with a name outlive the containers; folders of the machine and unnamed ones are something else. */
export function namedVolumes({ volumes }: ComposeService): readonly string[] {
  return (volumes ?? []).flatMap((mount) => {
    if (typeof mount !== "string")
      return (mount.type ?? "volume") === "volume" && mount.source !== undefined ? [mount.source] : [];
    const [source = "", target] = mount.split(":");
    return target !== undefined && /^[A-Za-z0-9][\w.-]*$/.test(source) ? [source] : [];
  });
}

export function namesOf(granted: ComposeService["secrets"]): readonly string[] {
  return (granted ?? []).flatMap((one) => {
    const name = typeof one === "string" ? one : one.source;
    return name === undefined ? [] : [name];
  });
}

/** What of the file has no place in a sketch. */
export function composeLeftOut(
  sketch: SketchBuilder,
  file: ComposeFile,
  placeOf: (...path: readonly string[]) => Place,
): void {
  for (const part of ["volumes", "secrets", "configs"] as const) {
    const names = listed(file[part]);
    if (names.length > 0) {
      const what = `${part} (${names.join(", ")}): they stand in the notes of the services that have them`;
      sketch.leftOut(what, placeOf(part));
    }
  }
  if (file.include !== undefined) sketch.leftOut("include: other files are not followed", placeOf("include"));
  for (const [name, service] of Object.entries(file.services))
    serviceLeftOut(sketch, service, name, (part) => placeOf("services", name, part));
}

function serviceLeftOut(
  sketch: SketchBuilder,
  service: ComposeService,
  name: string,
  at: (part: string) => Place,
): void {
  if (service.env_file !== undefined)
    sketch.leftOut(`env_file of “${name}”: what stands in it was not read`, at("env_file"));
  if (service.extends !== undefined)
    sketch.leftOut(`extends of “${name}”: what it takes over was not read`, at("extends"));
  for (const link of service.external_links ?? [])
    sketch.leftOut(`“${name}” is linked to “${link}”, which is not in the file`, at("external_links"));
  for (const other of service.volumes_from ?? [])
    sketch.leftOut(`“${name}” takes over the volumes of “${other}”`, at("volumes_from"));
}

export function listed(named: ComposeFile["networks"]): readonly string[] {
  if (named === null || named === undefined) return [];
  return Array.isArray(named) ? named : Object.keys(named);
}

function said(label: string, words: string | null | undefined): string {
  return isSaid(words) ? `${label}: ${words}` : "";
}

function isSaid(words: string | null | undefined): words is string {
  return words !== null && words !== undefined && words !== "";
}

function portOf(port: NonNullable<ComposeService["ports"]>[number]): string {
  return typeof port === "string" ? port : `${port.published ?? ""}:${port.target ?? ""}`;
}

function updateOf({
  parallelism,
  order,
}: NonNullable<NonNullable<ComposeService["deploy"]>["update_config"]>) {
  const many = parallelism === "0" ? "all at once" : `${parallelism ?? 1} at a time`;
  return order === null || order === undefined ? many : `${many}, ${order}`;
}

function healthOf({ test, interval }: NonNullable<ComposeService["healthcheck"]>): string {
  const command = typeof test === "string" ? test : (test ?? []).join(" ");
  return interval === null || interval === undefined ? command : `${command} (every ${interval})`;
}
