export { bin as POST } from "#server/http/documents-api.ts";
