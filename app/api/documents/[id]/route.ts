export { load as GET, put as PUT, remove as DELETE } from "#server/http/documents-api.ts";
