export { merge as POST } from "#server/http/documents-api.ts";
