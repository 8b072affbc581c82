import { Ajv, type ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "../fixtures/interchange/schemas");

/** What a value lacks to be what a published schema describes; empty where it lacks nothing. */
export function publishedSchema(file: string): (value: unknown) => readonly string[] {
  const schema = JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as { readonly $schema?: string };
  const options = { allErrors: true, strict: false, allowUnionTypes: true };
  const ajv = schema.$schema?.includes("2020-12") === true ? new Ajv2020(options) : new Ajv(options);
  (formats as unknown as (ajv: object) => void)(ajv);
  const validate: ValidateFunction = ajv.compile(schema);
  return (value) => {
    validate(value);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ""}`);
  };
}
