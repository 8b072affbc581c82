import { importFiles } from "#core/interchange/importers.ts";
import type { ImportFormat } from "#core/interchange/importer.ts";
import { drawnOf } from "#tests/support/drawn-of-session.ts";
import { HOSTILE_TEXTS } from "#tests/support/hostile-texts.ts";
import type { Drawn } from "#tests/support/interchange-examples.ts";
import { jaegerOf, otlpLinesOf, otlpOf, type ShortSpan } from "#tests/support/recorded-traces.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const AT = { at: "2026-03-01T10:00:00Z" };

function read(format: ImportFormat, ...texts: readonly string[]): Drawn {
  const files = texts.map((text, i) => ({ name: `file ${i}`, text }));
  const found = importFiles(files, AT, format);
  if (!found.ok) expect.fail(JSON.stringify(found.error));
  return sorted(drawnOf(found.value.session));
}

/** The order of ids comes of the order in the file, and says nothing. */
function sorted({ components, connections, boundaries }: Drawn): Drawn {
  return {
    components: components.toSorted(),
    connections: connections.toSorted((a, b) => (String(a) < String(b) ? -1 : 1)),
    boundaries: boundaries
      .map(({ name, holds }) => ({ name, holds: holds.toSorted() }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/** Names of services, some of which mean something to a program. */
const names = ["web", "api", "db", "cache", "constructor", "toString", "queue-1", "x"];
const name = fc.constantFrom(...names);
const hostile = fc.constantFrom(...HOSTILE_TEXTS);

const services = fc.uniqueArray(
  fc.record({
    name,
    calls: fc.array(name, { maxLength: 3 }),
    waits: fc.array(name, { maxLength: 3 }),
    other: hostile,
  }),
  { selector: (one) => one.name, maxLength: 6, minLength: 1 },
);

describe("what is read of a Compose file", () => {
  test("is every service, and a connection for each pair of which one names or waits for the other", () => {
    fc.assert(
      fc.property(services, (list) => {
        const there = new Set(list.map((one) => one.name));
        const file = {
          services: Object.fromEntries(
            list.map((one) => [
              one.name,
              {
                image: one.other,
                environment: {
                  ...Object.fromEntries(
                    one.calls.map((to, i) => [`URL_${i}`, `http://${to}:80/${one.other}`]),
                  ),
                  TITLE: one.other,
                },
                depends_on: [...new Set(one.waits)],
              },
            ]),
          ),
        };
        const pairs = list.flatMap((one) =>
          [...one.calls, ...one.waits]
            .filter((to) => there.has(to) && to !== one.name)
            .map((to) => `${one.name},${to}`),
        );
        const drawn = read("docker-compose", JSON.stringify(file));
        expect(drawn.components).toEqual([...there].sort());
        expect(drawn.connections.map(String)).toEqual([...new Set(pairs)].sort());
      }),
      { numRuns: 300 },
    );
  });
});

describe("what is read of manifests", () => {
  const deployments = services.map((list) =>
    list.flatMap((one) => [
      {
        apiVersion: "apps/v1",
        kind: "Deployment",
        metadata: { name: one.name },
        spec: {
          template: {
            metadata: { labels: { app: one.name, note: one.other } },
            spec: {
              containers: [
                {
                  image: one.other,
                  env: one.calls.map((to, i) => ({ name: `V${i}`, value: `http://${to}/` })),
                  args: [one.other],
                },
              ],
            },
          },
        },
      },
      {
        apiVersion: "v1",
        kind: "Service",
        metadata: { name: one.name },
        spec: { selector: { app: one.name } },
      },
    ]),
  );

  test("is the same in one file, in several, as a list, and in any order", () => {
    fc.assert(
      fc.property(deployments, fc.nat(), (objects, pick) => {
        const whole = read("kubernetes", JSON.stringify({ apiVersion: "v1", kind: "List", items: objects }));
        const cut = pick % objects.length;
        const turned = [...objects.slice(cut), ...objects.slice(0, cut)];
        expect(read("kubernetes", ...turned.map((one) => JSON.stringify(one)))).toEqual(whole);
        expect(read("kubernetes", turned.map((one) => JSON.stringify(one)).join("\n---\n"))).toEqual(whole);
        expect(whole.components).toEqual([...new Set(objects.map(({ metadata }) => metadata.name))].sort());
      }),
      { numRuns: 150 },
    );
  });
});

describe("what is read of traces", () => {
  const spans: fc.Arbitrary<readonly ShortSpan[]> = fc.array(
    fc.record(
      {
        id: fc.constantFrom("1", "2", "3", "4", "5", "6"),
        parent: fc.constantFrom("1", "2", "3", "9"),
        service: fc.oneof(
          name,
          hostile.filter((text) => text.trim() !== ""),
        ),
        kind: fc.constantFrom("server" as const, "client" as const, "producer" as const, "consumer" as const),
        trace: fc.constantFrom("a", "b"),
        failed: fc.boolean(),
        start: fc.nat({ max: 50 }),
        links: fc.array(fc.constantFrom("1", "2"), { maxLength: 2 }),
        tags: fc.dictionary(
          fc.constantFrom("peer.service", "db.system", "db.name", "messaging.destination.name", "http.host"),
          fc.oneof(name, hostile),
        ),
      },
      { requiredKeys: ["id", "service"] },
    ),
    { minLength: 1, maxLength: 12 },
  );
  const distinct = spans.map((list) => {
    const seen = new Set<string>();
    return list.filter(({ trace = "t", id }) => !seen.has(`${trace} ${id}`) && seen.add(`${trace} ${id}`));
  });

  test("is the same in one document, by lines, and in any order", () => {
    fc.assert(
      fc.property(distinct, fc.nat(), (list, pick) => {
        const whole = read("traces", otlpOf(list));
        const cut = pick % list.length;
        const turned = [...list.slice(cut), ...list.slice(0, cut)];
        expect(read("traces", otlpLinesOf(turned))).toEqual(whole);
        expect(
          read("traces", otlpOf(list.slice(cut)), ...(cut > 0 ? [otlpOf(list.slice(0, cut))] : [])),
        ).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });

  test("has every service that recorded a span, and connects none with itself", () => {
    fc.assert(
      fc.property(spans, (list) => {
        for (const written of [otlpOf(list), jaegerOf(list)]) {
          const { components, connections } = read("traces", written);
          for (const { service } of list.filter(({ service }) => service.length <= 200))
            expect(components).toContain(nameOf(service));
          expect(connections.length).toBeLessThanOrEqual(4 * list.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** As names are written in a sketch. */
function nameOf(text: string): string {
  return (
    text
      .toWellFormed()
      .replaceAll(/[\s\p{Cc}]+/gu, " ")
      .trim() || "Unnamed"
  );
}
