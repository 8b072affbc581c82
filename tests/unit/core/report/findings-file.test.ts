import { readFileSync, writeFileSync } from "node:fs";
import { emptySession } from "#core/document/new-session.ts";
import { readSession } from "#core/interchange/session-json.ts";
import { findingsFileSchema } from "#core/report/findings-file.schema.ts";
import { renderJson } from "#core/report/render-json.ts";
import { answeredSession, hostileSession, reportOn } from "#tests/support/reports.ts";
import { HOSTILE_TEXTS } from "#tests/support/hostile-texts.ts";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, test } from "vitest";

const PUBLISHED = new URL("../../../../public/schemas/seamark.findings-1.schema.json", import.meta.url);

const published = (): object => JSON.parse(readFileSync(PUBLISHED, "utf8")) as object;

test("the published schema of the findings is the one that they are written by", () => {
  const schema = findingsFileSchema();
  if (process.env["UPDATE_SCHEMAS"] === "1") writeFileSync(PUBLISHED, `${JSON.stringify(schema, null, 2)}\n`);
  expect(published(), "run this test with UPDATE_SCHEMAS=1").toEqual(JSON.parse(JSON.stringify(schema)));
});

describe("the findings as a file for machines", () => {
  const ajv = new Ajv2020({ strict: false });
  (formats as unknown as (ajv: object) => void)(ajv);
  const validate = ajv.compile(published());
  const problems = (file: string) => {
    validate(JSON.parse(file));
    return validate.errors ?? [];
  };

  test.each([
    ["an empty session", emptySession()],
    ["a finished one", answeredSession("docker-authz-2024")],
    ["one of somebody who means no good", hostileSession(HOSTILE_TEXTS)],
  ])("are valid by their published schema: %s", (_, session) => {
    expect(problems(renderJson(reportOn(session)))).toEqual([]);
    expect(problems(renderJson(reportOn(session, { settings: { isAnonymous: true } })))).toEqual([]);
  });

  test("are refused by it when a member is missing or unknown", () => {
    const file = JSON.parse(renderJson(reportOn(emptySession()))) as Record<string, unknown>;
    expect(problems(JSON.stringify({ ...file, verdict: undefined }))).not.toEqual([]);
    expect(problems(JSON.stringify({ ...file, surprise: 1 }))).not.toEqual([]);
  });

  test("name their schema, their author and the session, which can be opened again", () => {
    const session = answeredSession("docker-authz-2024");
    const text = renderJson(reportOn(session, { settings: { author: "Ada" } }));
    expect(JSON.parse(text)).toMatchObject({
      $schema: "https://seamark.example/schemas/seamark.findings-1.schema.json",
      format: "seamark.findings/1",
      report: { author: "Ada", date: "2026-03-02" },
    });
    expect(readSession(text)).toEqual({ ok: true, value: session });
  });
});
