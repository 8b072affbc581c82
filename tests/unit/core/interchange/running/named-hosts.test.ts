import { withDefaults } from "#core/interchange/docker-compose/compose-variables.ts";
import { hostsInCommand, hostsInValue, UNSAID } from "#core/interchange/running/named-hosts.ts";
import { describe, expect, test } from "vitest";

const inValue = (name: string, value: string) =>
  hostsInValue(name, value).map(({ host, scheme, isClear }) => [host, scheme, isClear]);
const inCommand = (command: string) => hostsInCommand(command).map(({ host }) => host);

describe("hosts in the value of a variable", () => {
  test.each([
    ["DB_HOST", "db"],
    ["REDIS_MASTER_SERVICE_HOST", "db"],
    ["dbHostName", "db"],
    ["KAFKA_BROKERS", "db"],
    ["ANYTHING", "db:5432"],
    ["ANYTHING", "db:5432/orders"],
    ["ANYTHING", "app:secret@db"],
    ["ANYTHING", "app:secret@tcp(db:3306)/orders"],
    ["CONNECTION", "host=db user=app dbname=orders"],
    ["DB_CONN", "Server=db;Database=orders;User Id=app"],
    ["ANYTHING", "DB:5432"],
  ])("%s=%s names db, and hardly anything else", (name, value) => {
    expect(inValue(name, value)).toEqual([["db", null, true]]);
  });

  test.each([
    ["postgres://app:s3cret@db:5432/orders?sslmode=disable", "postgres"],
    ["jdbc:postgresql://db/orders", "postgresql"],
    ["redis://:p@ss@db", "redis"],
    ["HTTP://db/path#part", "http"],
  ])("the URL %s names db with its scheme", (value, scheme) => {
    expect(inValue("ANYTHING", value)).toEqual([["db", scheme, true]]);
  });

  test("lists name each of their hosts, with the path after the last", () => {
    expect(inValue("ZOOKEEPER", "zoo1:2181,zoo2:2181,zoo3:2181/kafka").map(([host]) => host)).toEqual([
      "zoo1",
      "zoo2",
      "zoo3",
    ]);
    expect(inValue("discovery.seed_hosts", "es01, es02").map(([host]) => host)).toEqual(["es01", "es02"]);
    expect(inValue("LISTENERS", "PLAINTEXT://a:29092,OUTSIDE://b:9092")).toEqual([
      ["a", "plaintext", true],
      ["b", "outside", true],
    ]);
  });

  test("a list in JSON names its hosts", () => {
    expect(inValue("HOSTS", '["es01", "es02"]').map(([host]) => host)).toEqual(["es01", "es02"]);
  });

  test("a word alone under a name that says nothing only may be a host", () => {
    expect(inValue("TALKS_WITH", "db")).toEqual([["db", null, false]]);
  });

  test.each([
    ["POSTGRES_USER", "postgres"],
    ["MYSQL_DATABASE", "wordpress"],
    ["OTEL_SERVICE_NAME", "checkout"],
    ["DB_CONNECTION", "mysql"],
    ["NODE_ENV", "frontend"],
    ["SERVER_NAME", "frontend"],
    ["IMAGE_TAG", "postgres:16"],
    ["PATHS", "db/orders"],
    ["GREETING", "hello db world"],
    ["HOST_GREETING", "hello db world"],
    ["PAGE_URL", "/pages/<b>db</b>"],
    ["RATIO", "a:b"],
    ["HOST", ""],
    ["HOST", "-"],
  ])("%s=%s names no host", (name, value) => {
    expect(inValue(name, value)).toEqual([]);
  });

  test("a host that is not said is none", () => {
    expect(inValue("DSN", `postgres://${UNSAID}/orders`)).toEqual([]);
  });

  test("a port that is not said still makes a host of what stands before it", () => {
    expect(inValue("ANYTHING", `db:${UNSAID}`)).toEqual([["db", null, true]]);
  });
});

describe("hosts in a command", () => {
  test.each([
    ["sh -c 'until nc -z db 5432; do sleep 1; done'", ["db"]],
    ["pg_isready -h db -p 5432", ["db"]],
    ["serve --upstream=http://api:8080 --host db", ["api", "db"]],
    ["--db-host=db --mode=api", ["db"]],
    ["wait-for-it.sh db:5432 -- npm start", ["db"]],
    ["until nslookup db; do echo waiting for db; done", ["db"]],
    ["curl -f http://db:80/health || exit 1", ["db"]],
  ])("%s", (command, hosts) => {
    expect(inCommand(command)).toEqual(hosts);
  });

  test("words that happen to be called like a host are none", () => {
    expect(inCommand("celery -A app worker")).toEqual([]);
    expect(inCommand("npm run db:migrate")).toEqual([]);
  });
});

describe("variables in a value", () => {
  test.each([
    ["${HOST:-db}:${PORT:-5432}", "db:5432"],
    ["${HOST-db}", "db"],
    ["${A:-${B:-db}}", "db"],
    ["http://$HOST/x", "http://?/x"],
    ["${HOST}", "?"],
    ["${HOST:?it must be set}/x", "?/x"],
    ["${HOST:+other}", "?"],
    ["${A:+${B:-db}}", "?"],
    ["costs $$5", "costs $5"],
    ['{"a": {"b": "${C:-{}}"}}', '{"a": {"b": "{}"}}'],
    ["no variable } at all", "no variable } at all"],
    ["$", "$"],
    ["${", "${"],
    ["${A:-open", "open"],
  ])("%s", (value, filled) => {
    expect(withDefaults(value).replaceAll(UNSAID, "?")).toBe(filled);
  });

  test("are read in one pass, however deep they stand in each other", () => {
    const deep = "${A:-".repeat(100_000);
    expect(withDefaults(`${deep}db`)).toBe("db");
  });
});
