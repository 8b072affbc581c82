import { makeFile } from "#components/workbench/report/make-file.ts";
import type { Wanted } from "#components/workbench/report/report-work.ts";
import { emptySession, sessionFromSketch } from "#core/document/new-session.ts";
import type { Session } from "#core/document/session.schema.ts";
import { EXPORTERS } from "#core/interchange/exporters.ts";
import { expect, test } from "vitest";
import { incident } from "#tests/support/incidents.ts";
import { CONTEXT, SETTINGS } from "#tests/support/reports.ts";
import { valueOf } from "#tests/support/value-of.ts";

const NO_ASSETS = { read: () => Promise.reject(new Error("nothing is to be loaded")) };
const CASE = sessionFromSketch(incident("docker-authz-2024").architecture, null, {});

function make(session: Session, wanted: Wanted, isAnonymous = false) {
  const work = { session, settings: { ...SETTINGS, isAnonymous }, ...wanted };
  return makeFile(work, CONTEXT, NO_ASSETS, () => undefined);
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

test("a report is named after the sketch, and an anonymous one after nothing", async () => {
  const named = valueOf(await make(CASE, { kind: "report", format: "markdown" }));
  expect(named.name).toBe("shared-container-host-with-an-authorization-plugin.report.md");
  expect(named.mediaType).toBe("text/markdown");
  const nameless = valueOf(await make(CASE, { kind: "report", format: "markdown" }, true));
  expect(nameless.name).toBe("anonymous-sketch.report.md");
  expect(textOf(nameless.bytes)).not.toContain("Container daemon");
});

test("the key has the names and is named after the sketch: it stays where they are known", async () => {
  const { name, bytes } = valueOf(await make(CASE, { kind: "key", format: "key" }, true));
  expect(name).toBe("shared-container-host-with-an-authorization-plugin.names.json");
  expect(textOf(bytes)).toContain("Container daemon");
});

test.each(EXPORTERS.map(({ format }) => format))("%s goes out without names as well", async (format) => {
  expect(textOf(valueOf(await make(CASE, { kind: "export", format })).bytes)).toMatch(/Container daemon/);
  const nameless = valueOf(await make(CASE, { kind: "export", format }, true));
  expect(nameless.name).toMatch(/^anonymous-sketch\./);
  expect(textOf(nameless.bytes)).not.toMatch(/container daemon/i);
});

test("an archive of no decisions is not made", async () => {
  const made = await make(emptySession(), { kind: "report", format: "decisions" });
  expect(made).toEqual({
    ok: false,
    error: expect.stringMatching(/^There is nothing to record yet/) as string,
  });
});
