export { file as POST } from "#server/http/documents-api.ts";
