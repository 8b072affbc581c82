export { share as POST } from "#server/http/documents-api.ts";
