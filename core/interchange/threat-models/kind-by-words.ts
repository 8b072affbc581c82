import type { ComponentKind } from "../../architecture/vocabulary.ts";

/** The first that is found counts, so that what says most stands first: a “worker config” is a config. */
const WORDS: readonly (readonly [ComponentKind, readonly string[]])[] = [
  ["config", ["config", "configuration", "settings", "parameters", "feature flags"]],
  [
    "queue",
    ["queue", "topic", "broker", "bus", "stream", "kafka", "rabbitmq", "sqs", "kinesis", "mq", "pubsub"],
  ],
  ["cache", ["cache", "redis", "memcached", "varnish"]],
  ["directory", ["directory", "ldap", "dns", "registry", "discovery", "zookeeper", "etcd", "consul"]],
  [
    "store",
    [
      ...[
        "database",
        "db",
        "sql",
        "rds",
        "postgres",
        "postgresql",
        "postgressql",
        "mysql",
        "mongo",
        "mongodb",
      ],
      ...[
        "dynamodb",
        "store",
        "storage",
        "bucket",
        "s3",
        "warehouse",
        "disk",
        "volume",
        "repository",
        "file system",
      ],
    ],
  ],
  [
    "gateway",
    ["gateway", "proxy", "load balancer", "lb", "elb", "alb", "ingress", "cdn", "waf", "firewall", "router"],
  ],
  ["enforcer", ["authorizer", "authorization", "policy", "guard", "rate limiter"]],
  ["scheduler", ["scheduler", "cron", "timer"]],
  ["worker", ["worker", "consumer", "batch", "background job"]],
  ["controller", ["controller", "operator", "autoscaler", "orchestrator", "control plane"]],
  ["monitor", ["monitor", "monitoring", "canary", "alerting", "observability", "metrics", "siem"]],
  ["network", ["vpc", "subnet", "network", "vlan"]],
  [
    "client",
    ["browser", "client", "mobile", "web ui", "frontend", "front end", "cli", "app", "spa", "desktop"],
  ],
];

const PEOPLE: readonly string[] = [
  ...[
    "user",
    "customer",
    "person",
    "people",
    "human",
    "employee",
    "visitor",
    "patient",
    "student",
    "buyer",
    "seller",
  ],
  ...[
    "engineer",
    "developer",
    "admin",
    "administrator",
    "operator",
    "analyst",
    "auditor",
    "manager",
    "support",
    "staff",
  ],
];

/**
 * The kind that words speak of, of those that are possible, with the word that says so; undefined where none does.
 * Names of networks are such words too.
 */
export function kindByWords(
  text: string,
  possible: (kind: ComponentKind) => boolean = () => true,
): { readonly kind: ComponentKind; readonly word: string } | undefined {
  const words = inWords(text);
  for (const [kind, said] of WORDS) {
    const word = possible(kind) ? said.find((one) => speaksOf(words, one)) : undefined;
    if (word !== undefined) return { kind, word };
  }
  return undefined;
}

/** The word by which somebody is a person; undefined where none says it. */
export function personByWords(text: string): string | undefined {
  const words = inWords(text);
  return PEOPLE.find((one) => speaksOf(words, one));
}

/** Words between single spaces, in small letters; those run together (“WebServer”) apart. */
function inWords(text: string): string {
  const words = text
    .slice(0, 400)
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return ` ${(words ?? []).join(" ")} `;
}

function speaksOf(words: string, one: string): boolean {
  return words.includes(` ${one} `) || words.includes(` ${one}s `);
}
