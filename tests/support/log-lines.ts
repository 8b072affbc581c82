/** A process of its own that logs each text it is given, in every place a text can be: `node tests/support/log-lines.ts < texts.json`. */
import { text } from "node:stream/consumers";
import { describeError, log } from "#server/telemetry/log.ts";

for (const hostile of JSON.parse(await text(process.stdin)) as readonly string[]) {
  const error = new Error(hostile);
  error.name = hostile;
  error.stack = `${hostile}\n    at ${hostile} (file.ts:1:1)`;
  log("http.request.failed", {
    "http.request.method": hostile,
    "url.path": hostile,
    ...describeError(error),
  });
}
