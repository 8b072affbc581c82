import { downloadTrail } from "#server/http/audit-download.ts";

/** The audit trail as JSON lines. */
export const GET = downloadTrail;
