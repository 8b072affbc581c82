export { read as GET, discard as DELETE } from "#server/http/engagement-api.ts";
