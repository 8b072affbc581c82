import type { ComponentKind } from "#core/architecture/vocabulary.ts";
import { guessKind } from "#core/interchange/guess/guess-kind.ts";
import { describe, expect, test } from "vitest";

const kindOf = (words: string) => guessKind(words)?.kind ?? null;

describe("guessKind", () => {
  test.each<[string, ComponentKind]>([
    ["docker.io/library/postgres:16-alpine", "store"],
    ["registry.example.com:5000/team/redis@sha256:0123", "cache"],
    ["jaegertracing/all-in-one", "monitor"],
    ["otel/opentelemetry-collector-contrib:0.99.0", "monitor"],
    ["MongoDB", "store"],
    ["Prometheus - metrics", "monitor"],
    ["Users (PostgreSQL)", "store"],
    ["redis-master-2", "cache"],
    ["s3", "store"],
    ["amazon/s3", "store"],
  ])("knows the product in %s", (words, kind) => {
    expect(kindOf(words)).toBe(kind);
  });

  test.each<[string, ComponentKind]>([
    ["Order Queue", "queue"],
    ["OrderQueue", "queue"],
    ["order_queue_worker", "worker"],
    ["Kafka consumers", "worker"],
    ["Redis queue", "queue"],
    ["userdb", "store"],
    ["Service 3 Database", "store"],
    ["Service 1 Database Schema", "store"],
    ["API Gateway", "gateway"],
    ["Load Balancers", "gateway"],
    ["Customers", "person"],
    ["Web Browser", "client"],
    ["postgres-exporter", "monitor"],
    ["Billing Service", "service"],
    ["User Service", "service"],
    ["Identity Provider", "directory"],
    ["Background Worker Process", "worker"],
    ["Web Client", "client"],
    ["Admins", "person"],
    ["Edge proxies", "gateway"],
    ["Central Monitoring Service", "monitor"],
    ["storage backend", "store"],
    ["Vault CLI / API Client", "client"],
    ["container runtime", "executor"],
    ["Schema Validator", "enforcer"],
    ["nightly-job", "worker"],
    ["Cron job", "scheduler"],
    ["Corporate directory", "directory"],
    ["Content delivery network", "gateway"],
    ["Management network", "network"],
    ["Name servers", "directory"],
    ["Deployment pipeline", "controller"],
    ["Store service", "service"],
    ["Payment Provider", "external"],
  ])("takes the last word of %s for what it is", (words, kind) => {
    expect(kindOf(words)).toBe(kind);
  });

  test.each([
    "",
    "traefik/whoami",
    "kafka-ui",
    "redis client",
    "kafka admin",
    "myapp:redis",
    "Billing",
    "Make Big Decision",
    "constructor",
    "__proto__",
    "Schema[T]",
  ])("says nothing of %j", (words) => {
    expect(kindOf(words)).toBeNull();
  });

  test.each<[string, ComponentKind[], ComponentKind | null]>([
    ["Order Database", ["service", "worker"], null],
    ["Kafka database", ["queue", "cache"], "queue"],
    ["Customers", ["external", "client"], null],
    ["user", ["service", "store"], null],
    ["Users (PostgreSQL)", ["person"], "person"],
    ["Billing Service", ["store"], null],
  ])("passes over what %s cannot be where only %j is possible", (words, possible, kind) => {
    expect(guessKind(words, (one) => possible.includes(one))?.kind ?? null).toBe(kind);
  });

  test("names the word that it rests on", () => {
    expect(guessKind("Orders MySQL")?.because).toBe("“mysql” is known as a store");
  });

  test("reads no more of a long name than its beginning", () => {
    expect(kindOf(`${"a ".repeat(100_000)}database`)).toBeNull();
  });
});
