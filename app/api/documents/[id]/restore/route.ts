export { restore as POST } from "#server/http/documents-api.ts";
