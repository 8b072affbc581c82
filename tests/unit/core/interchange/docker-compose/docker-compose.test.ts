import { dockerCompose } from "#core/interchange/docker-compose/docker-compose.ts";
import { readSketch } from "#tests/support/read-sketch.ts";
import { describe, expect, test } from "vitest";

const read = (text: string) => readSketch("docker-compose", text);

describe("a Compose file", () => {
  test("is told by its services, and a manifest of Kubernetes is none", () => {
    expect(dockerCompose.recognizes({ name: "", text: "name: x\nservices:\n  a: {}\n" })).toBe(true);
    expect(dockerCompose.recognizes({ name: "", text: "apiVersion: v1\nkind: X\nservices: []\n" })).toBe(
      false,
    );
  });

  test("gives each service a kind by its image, its name or the addresses that lead to it", () => {
    const { components, guessed } = read(`
services:
  orders-db: { build: . }
  main: { image: "postgres:16" }
  cart: { image: "\${CART_IMAGE}" }
  etl: { build: ., image: acme/kafka, environment: { SESSIONS: "redis://cart:6379" } }
`);
    expect(components).toEqual(["cart: cache", "etl: service", "main: store", "orders-db: store"]);
    expect(guessed("kind")).toContain(
      "service “etl”: nothing says what it does, and it is taken for a service",
    );
    expect(guessed("kind")).toContain("service “cart”: others reach it by an address with redis://");
  });

  test("connects a service with everything it names, once for each", () => {
    const { connections, noted, guessed } = read(`
services:
  web:
    image: acme/web
    environment: [API_URL=http://api:8080, "API_FALLBACK=api:8081", USER=db, NOTHING]
    depends_on: [api]
  api:
    image: acme/api
    command: serve --db-host db
    environment: { BROKER_URL: "amqp://guest@mq", SELF: "http://api" }
  db: { image: postgres }
  mq: { image: rabbitmq, healthcheck: { test: [CMD, curl, "http://probe:1"] } }
  probe: { image: acme/probe, entrypoint: ["/wait", "api:8080"] }
`);
    expect(connections).toEqual([
      "api -send-> mq",
      "api -write-> db",
      "mq -send-> probe",
      "probe -call-> api",
      "web -call-> api",
    ]);
    expect(noted("recognized")).toContain("“API_URL” of “web” names “api”");
    expect(guessed("kind")).toContain(
      "the command of “api” names “db”: “write” is taken from what the two seem to be",
    );
  });

  test("knows a service by its aliases, its links and its name as a container", () => {
    const { connections } = read(`
services:
  a: { image: x, links: ["b:bee"], environment: { U1: "http://bee", U2: "http://cee", U3: "http://dee-1" } }
  b: { image: x }
  c: { image: x, networks: { net: { aliases: [cee] } } }
  d: { image: x, container_name: dee-1 }
  e: { image: x, environment: { U1: "http://bee" } }
`);
    expect(connections).toEqual(["a -call-> b", "a -call-> c", "a -call-> d"]);
  });

  test("marks a word that may be a host, and what is only waited for", () => {
    const { noted } = read(`
services:
  a: { image: x, environment: { TALKS_WITH: b }, depends_on: [c] }
  b: { image: x }
  c: { image: x }
`);
    expect(noted("guessed")).toEqual(
      expect.arrayContaining([
        "“TALKS_WITH” of “a” names “b”: it may be the name of a host",
        "“a” depends on “c” (service_started): it waits for it, and is taken to use it",
      ]),
    );
  });

  test("says what must work before a service starts: recognized with a condition, else guessed", () => {
    const { fact } = read(`
services:
  a:
    image: x
    depends_on:
      b: { condition: service_healthy }
      c: { condition: service_started }
      d: { condition: service_completed_successfully }
      e: { condition: service_healthy, required: false }
  b: { image: x, depends_on: [c] }
  c: { image: x }
  d: { image: x }
  e: { image: x }
`);
    expect(fact("a", "restartNeeds")).toMatchObject([
      {
        value: ["b", "d"],
        by: "file",
        evidence:
          "depends_on: b (service_healthy), d (service_completed_successfully); only started before it: c (line 5)",
      },
    ]);
    expect(fact("a", "restartNeeds")[0]?.guessed).toBeUndefined();
    expect(fact("b", "restartNeeds")).toMatchObject([{ value: ["c"], guessed: true }]);
    expect(fact("c", "restartNeeds")).toEqual([]);
  });

  test.each([
    ["deploy: { replicas: 1 }", "one", undefined],
    ["deploy: { replicas: 3 }", "few", undefined],
    ["scale: 40", "fleet", undefined],
    ['scale: "${N:-4}"', "few", undefined],
    ["container_name: x", "one", undefined],
    ["deploy: { mode: global }", "fleet", true],
  ])("reads %s as how many act", (line, value, guessed) => {
    const [answer] = read(`services: { a: { image: x, ${line} } }`).fact("a", "scale");
    expect(answer).toMatchObject({ value });
    expect(answer?.guessed).toBe(guessed);
  });

  test.each(["restart: always", "deploy: { replicas: 0 }", 'scale: "${N}"'])("and nothing of %s", (line) => {
    expect(read(`services: { a: { image: x, ${line} } }`).fact("a", "scale")).toEqual([]);
  });

  test("draws networks that services name, and a service of several in the first", () => {
    const { boundaries, noted, notesOf } = read(`
services:
  web: { image: x, networks: [front, back] }
  db: { image: postgres, networks: [back] }
  log: { image: x, networks: [default] }
  own: { image: x }
networks: { front: {}, back: {}, unused: {}, default: { name: whole } }
`);
    expect(boundaries).toEqual(["back (trust): db", "front (trust): web"]);
    expect(noted("left-out")).toContain("“web” is also on the network “back”, and is drawn in “front” only");
    expect(notesOf("web")).toContain("Also on the network: back");
  });

  test("makes an agreement of what two services share, with the store where there is one", () => {
    const { agreements, fact, imported } = read(`
services:
  api: { image: x, secrets: [pw], volumes: ["files:/in", "./src:/src", "cache"] }
  worker: { image: x, secrets: [{ source: pw }], volumes: [{ type: volume, source: files, target: /out }, "./src:/src", "cache"] }
  db: { image: postgres, secrets: [pw], volumes: ["data:/var/lib"] }
volumes: { files: {}, data: {} }
secrets: { pw: { file: pw.txt } }
`);
    expect(agreements).toEqual([
      "api, db: what both have in the secret “pw”",
      "api, worker: what both have in the volume “files”",
      "db, worker: what both have in the secret “pw”",
    ]);
    expect(imported.session.architecture.agreements[0]?.facts["sameObject"]).toMatchObject([
      { value: "identical" },
    ]);
    expect(fact("db", "stateAuthority")).toMatchObject([{ value: "authoritative", guessed: true }]);
    expect(fact("api", "stateAuthority")).toEqual([]);
  });

  test("keeps in the notes what has no fact, and says what is left out", () => {
    const { notesOf, noted } = read(`
include: [other.yaml]
services:
  a:
    image: acme/a
    restart: on-failure
    ports: ["80:8080", { published: 443, target: 8443 }]
    env_file: .env
    profiles: [debug]
    external_links: [far]
    depends_on: [gone]
    healthcheck: { test: curl -f http://localhost, interval: 10s }
    deploy:
      update_config: { parallelism: 0, order: start-first }
      resources: { limits: { memory: 300M, cpus: 0.5 } }
  b: { image: x, healthcheck: { disable: true }, extends: { service: a } }
`);
    expect(notesOf("a").split("\n")).toEqual([
      "Image: acme/a",
      "Restarted: on-failure",
      "Published ports: 80:8080, 443:8443",
      "Only with profile: debug",
      "Memory limit: 300M",
      "Processor limit: 0.5",
      "Replaced: all at once, start-first",
      "Health check: curl -f http://localhost (every 10s)",
    ]);
    expect(notesOf("b")).toContain("Health check: switched off");
    expect(noted("left-out")).toEqual([
      "“a” depends on “gone”, which is not there",
      "include: other files are not followed",
      "env_file of “a”: what stands in it was not read",
      "“a” is linked to “far”, which is not in the file",
      "extends of “b”: what it takes over was not read",
    ]);
  });

  test("is refused with the place where it is none", () => {
    const refused = dockerCompose.read([{ name: "x.yaml", text: "services:\n  a:\n    links: 7\n" }], {
      at: "2026-03-01T10:00:00Z",
    });
    expect(refused).toMatchObject({ ok: false, error: [{ file: "x.yaml", line: 3 }] });
  });

  test("takes keys that mean something elsewhere for names", () => {
    const { components, connections } = read(`
services:
  constructor: { image: x, environment: { HOST: toString } }
  toString: { image: x, depends_on: [hasOwnProperty] }
`);
    expect(components).toEqual(["constructor: service", "toString: service"]);
    expect(connections).toEqual(["constructor -call-> toString"]);
  });
});
