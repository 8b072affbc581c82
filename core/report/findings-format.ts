export const FINDINGS_FORMAT = "seamark.findings/1";

/** Where the schema of the format is published, below the origin of the product. */
export const FINDINGS_SCHEMA_PATH = "/schemas/seamark.findings-1.schema.json";
