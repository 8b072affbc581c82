export { rename as POST } from "#server/http/documents-api.ts";
