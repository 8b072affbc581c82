import { withDefaults } from "./compose-variables.ts";
import type { ComposeFile, ComposeService } from "./docker-compose.schema.ts";
import type { Place } from "../importer.ts";
import { hostsInCommand, hostsInValue, type NamedHost } from "../running/named-hosts.ts";
import { reasonOf, type Reason } from "../running/reasons.ts";

type PlaceOf = (...path: readonly (string | number)[]) => Place;

/** One thing that a service waits for before it starts. */
export interface Dependency {
  readonly service: string;
  /** `service_started` where nothing else is said. */
  readonly condition: string;
  readonly isRequired: boolean;
}

export function dependenciesOf({ depends_on: needs }: ComposeService): readonly Dependency[] {
  if (needs === null || needs === undefined) return [];
  if (Array.isArray(needs))
    return needs.map((service) => ({ service, condition: "service_started", isRequired: true }));
  return Object.entries(needs).map(([service, said]) => ({
    service,
    condition: said?.condition ?? "service_started",
    isRequired: said?.required ?? true,
  }));
}

/** Every reason for which a service is taken to use another, by their names. */
export function composeReasons({ services }: ComposeFile, placeOf: PlaceOf): readonly Reason[] {
  const hosts = hostNames(services);
  return Object.entries(services).flatMap(([from, service]) => {
    const links = linksOf(service);
    const known = (host: string) => links.get(host) ?? hosts.get(host);
    const at =
      (...path: readonly (string | number)[]) =>
      () =>
        placeOf("services", from, ...path);
    const named = (found: readonly NamedHost[], where: string, place: () => Place): readonly Reason[] =>
      found.flatMap((one) => {
        const to = known(one.host);
        return to === undefined || !Object.hasOwn(services, to)
          ? []
          : [reasonOf(one, { from, to, what: `${where} of “${from}” names “${one.host}”`, place })];
      });
    return [
      ...variablesOf(service).flatMap(({ name, value, key }) =>
        named(hostsInValue(name, value), `“${name}”`, at("environment", key)),
      ),
      ...(["command", "entrypoint"] as const).flatMap((part) =>
        named(hostsInCommand(textOf(service[part])), `the ${part}`, at(part)),
      ),
      ...named(hostsInCommand(textOf(service.healthcheck?.test)), "the health check", at("healthcheck")),
      ...[...links].map(([, to]) => linkTo(from, to, at("links"))),
      ...dependenciesOf(service).map(({ service: to, condition }) => ({
        from,
        to,
        what: `“${from}” depends on “${to}” (${condition})`,
        place: at("depends_on"),
        how: "waits" as const,
        scheme: null,
      })),
    ].filter(({ to }) => Object.hasOwn(services, to));
  });
}

function linkTo(from: string, to: string, place: () => Place): Reason {
  return { from, to, what: `“${from}” is linked to “${to}”`, place, how: "names", scheme: null };
}

/** Names under which a service is found by all others, in small letters. Names of services go before aliases. */
function hostNames(services: ComposeFile["services"]): ReadonlyMap<string, string> {
  const hosts = new Map<string, string>();
  const add = (host: string | null | undefined, service: string) => {
    const small = host?.toLowerCase();
    if (small !== undefined && !hosts.has(small)) hosts.set(small, service);
  };
  for (const name of Object.keys(services)) add(name, name);
  for (const [name, service] of Object.entries(services)) {
    add(service.container_name, name);
    add(service.hostname, name);
    const { networks } = service;
    if (networks === null || networks === undefined || Array.isArray(networks)) continue;
    for (const settings of Object.values(networks))
      for (const alias of settings?.aliases ?? []) add(alias, name);
  }
  return hosts;
}

/** `db:database` is the service `db`, which this one knows as `database`. */
function linksOf({ links }: ComposeService): ReadonlyMap<string, string> {
  return new Map(
    (links ?? []).map((link) => {
      const [service = "", alias = service] = link.split(":");
      return [alias.toLowerCase(), service];
    }),
  );
}

function variablesOf({ environment }: ComposeService) {
  if (environment === null || environment === undefined) return [];
  if (!Array.isArray(environment))
    return Object.entries(environment).map(([name, value]) => ({
      name,
      value: withDefaults(value ?? ""),
      key: name,
    }));
  return environment.map((line, key) => {
    const equals = line.indexOf("=");
    const name = equals < 0 ? line : line.slice(0, equals);
    return { name, value: equals < 0 ? "" : withDefaults(line.slice(equals + 1)), key };
  });
}

function textOf(command: string | readonly string[] | null | undefined): string {
  if (command === null || command === undefined) return "";
  return withDefaults(typeof command === "string" ? command : command.join(" "));
}
