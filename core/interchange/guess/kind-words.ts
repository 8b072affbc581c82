import type { ComponentKind } from "../../architecture/vocabulary.ts";

type Words = Readonly<Partial<Record<ComponentKind, string>>>;

/** Names of things that people run or use, which say what they are wherever they stand in a name. */
const PRODUCTS: Words = {
  gateway:
    "nginx traefik envoy haproxy caddy kong apache httpd openresty cloudflare akamai fastly cloudfront zuul",
  enforcer: "opa kyverno gatekeeper modsecurity openfga spicedb",
  worker: "celery sidekiq",
  scheduler: "airflow dkron quartz crond ofelia",
  controller: "kubernetes nomad argocd flux istiod karpenter",
  store:
    "postgres postgresql pgsql postgis mysql mariadb percona mongo mongodb cassandra scylla dynamodb cockroach cockroachdb " +
    "sqlite mssql elasticsearch opensearch minio s3 clickhouse neo4j couchdb couchbase influxdb timescale timescaledb spanner " +
    "bigquery snowflake firestore rds aurora hdfs solr ceph scylladb tidb etcd qdrant pgvector weaviate arangodb",
  cache: "redis memcached valkey varnish hazelcast keydb elasticache dragonflydb",
  queue:
    "kafka rabbitmq activemq nats sqs pulsar kinesis redpanda mosquitto pubsub eventhub eventhubs eventbridge rocketmq nsq emqx zeromq",
  config: "flagd unleash launchdarkly configmap artifactory nexus harbor",
  directory:
    "vault consul keycloak okta dex auth0 ldap openldap dns coredns eureka zookeeper cognito authelia authentik",
  network: "istio linkerd wireguard openvpn tailscale",
  monitor:
    "prometheus grafana jaeger jaegertracing zipkin loki kibana otel otelcol opentelemetry logstash fluentd fluentbit filebeat datadog " +
    "newrelic sentry alertmanager nagios zabbix splunk cadvisor statsd graylog promtail thanos",
  external: "stripe paypal twilio sendgrid mailgun adyen",
};

/** What a name ends with, as in "order queue": the last word says what it is. */
const NOUNS: Words = {
  person:
    "user customer person people visitor employee analyst engineer developer shopper human staff buyer seller patient student " +
    "auditor admin administrator technician",
  client: "client browser device smartphone laptop cli spa",
  gateway: "gateway proxy balancer lb ingress cdn loadbalancer apigateway",
  enforcer: "firewall waf authorizer enforcer validator verifier",
  executor: "executor runtime kernel interpreter runner hypervisor",
  worker: "worker consumer job",
  scheduler: "scheduler cron cronjob",
  controller: "controller orchestrator orchestration autoscaler",
  store: "database db datastore store storage warehouse bucket datalake filesystem volume",
  cache: "cache",
  queue: "queue broker topic mq dlq eventbus",
  config: "config configuration settings",
  directory: "idp directory",
  network: "network internet vpn backbone vpc subnet vlan",
  monitor: "monitor monitoring exporter telemetry alerting observability siem",
};

/** The same for two words that say it only together. */
const PAIRS: Readonly<Partial<Record<ComponentKind, readonly string[]>>> = {
  client: [
    "mobile app",
    "web browser",
    "single page application",
    "android app",
    "ios app",
    "desktop app",
    "client application",
    "web ui",
  ],
  gateway: ["load balancer", "api gateway", "delivery network", "edge network"],
  enforcer: [
    "policy engine",
    "admission control",
    "access control",
    "rate limiter",
    "authorization plugin",
    "image scanner",
    "vulnerability scanner",
  ],
  scheduler: ["cron job"],
  worker: ["background job"],
  controller: ["control plane", "release pipeline", "deployment pipeline", "delivery pipeline"],
  service: ["kubernetes service"],
  store: [
    "data store",
    "data lake",
    "database schema",
    "sql server",
    "blob storage",
    "file system",
    "object storage",
    "image registry",
    "container registry",
    "audit log",
  ],
  queue: ["message bus", "event bus", "service bus", "event hub", "event stream", "pub sub"],
  config: ["feature flags", "config map"],
  directory: [
    "identity provider",
    "certificate authority",
    "active directory",
    "service discovery",
    "service registry",
    "name server",
  ],
  network: ["service mesh"],
  monitor: ["otel collector", "metrics collector", "log collector", "synthetics canary"],
  external: [
    "third party",
    "external system",
    "external service",
    "payment provider",
    "payment processor",
    "social network",
  ],
};

/** Words that only say that it is software that answers: weaker than any other. */
const ANSWERING = "service microservice api server backend webserver webapp frontend webapi";

/**
 * Before one of these a word says what answers: a “monitoring service” monitors, while a “user service” is no user. Words of
 * trade are not among them: a “store service” may be one for shops.
 */
export const SAYS_NO_MORE: ReadonlySet<string> = new Set(["service", "server", "backend"]);
export const SAID_BEFORE: ReadonlySet<string> = new Set(
  (
    "monitor monitoring telemetry alerting observability cache queue gateway proxy scheduler orchestrator database storage " +
    "directory"
  ).split(" "),
);

/** With one of these at the end, "kafka ui" is not Kafka. */
export const NOT_ITSELF: ReadonlySet<string> = new Set(
  (
    "ui admin express commander connect client driver init migrate migration migrator operator api adapter cli producer manager " +
    "sdk library dashboard backup job test tests sidecar plugin module demo example console setup dump"
  ).split(" "),
);

/** What says nothing at the end of a name: "database cluster 2" is a database. */
export const PASSED_OVER: ReadonlySet<string> = new Set(
  (
    "cluster node nodes instance instances primary secondary replica replicas master slave leader follower main prod production " +
    "staging dev local layer tier system process ha alpine"
  ).split(" "),
);

function byWord(words: Words): ReadonlyMap<string, ComponentKind> {
  return new Map(
    Object.entries(words).flatMap(([kind, list]) =>
      list.split(" ").map((word) => [word, kind as ComponentKind] as const),
    ),
  );
}

export const PRODUCT_KINDS: ReadonlyMap<string, ComponentKind> = byWord(PRODUCTS);
export const NOUN_KINDS: ReadonlyMap<string, ComponentKind> = byWord(NOUNS);
export const ANSWERING_WORDS: ReadonlySet<string> = new Set(ANSWERING.split(" "));
export const PAIR_KINDS: ReadonlyMap<string, ComponentKind> = new Map(
  Object.entries(PAIRS).flatMap(([kind, list]) =>
    list.map((words) => [words, kind as ComponentKind] as const),
  ),
);
