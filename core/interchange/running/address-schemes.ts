import { likelyKind } from "../../architecture/likely-kind.ts";
import type { ComponentKind, ConnectionKind } from "../../architecture/vocabulary.ts";

const STORES =
  "postgres postgresql mysql mysql2 mysqlx mariadb mongodb mongodb+srv sqlserver mssql oracle cassandra clickhouse neo4j bolt " +
  "couchdb cockroachdb influxdb s3";
const CACHES = "redis rediss redis+sentinel valkey memcached memcache";
const QUEUES = "kafka plaintext sasl_plaintext sasl_ssl amqp amqps nats mqtt mqtts stomp pulsar pulsar+ssl";
const CALLS = "http https grpc grpcs ws wss h2c thrift ldap ldaps smtp smtps";

const KINDS: ReadonlyMap<string, ComponentKind> = new Map([
  ...STORES.split(" ").map((scheme) => [scheme, "store"] as const),
  ...CACHES.split(" ").map((scheme) => [scheme, "cache"] as const),
  ...QUEUES.split(" ").map((scheme) => [scheme, "queue"] as const),
  ...CALLS.split(" ").map((scheme) => [scheme, "service"] as const),
]);

/** What lies behind an address with this scheme: `postgres://` leads to a store. Undefined where the scheme does not say. */
export function kindBehind(scheme: string | null): ComponentKind | undefined {
  return scheme === null ? undefined : KINDS.get(scheme);
}

/** How something behind such an address is used; undefined where the scheme does not say. */
export function useBy(scheme: string | null): ConnectionKind | undefined {
  const kind = kindBehind(scheme);
  return kind === undefined ? undefined : likelyKind("service", kind);
}
