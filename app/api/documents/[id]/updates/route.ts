export { append as POST } from "#server/http/documents-api.ts";
