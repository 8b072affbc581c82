export { list as GET } from "#server/http/documents-api.ts";
