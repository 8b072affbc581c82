import { constants } from "node:zlib";
import compression from "compression";
import type { WebServerOptions } from "./web-server.ts";

/** Measured on the pages of cases: 4 is hardly smaller than gzip, and above 5 only the time grows. */
const QUALITY = 5;

/**
 * Sends what `handle` answers with brotli or gzip, as the client prefers, piece by piece as it comes. An answer that
 * sets a cookie goes out as it is: its length would tell of a secret beside what a stranger can put into the page.
 */
export function compressAnswers(handle: WebServerOptions["handle"]): WebServerOptions["handle"] {
  const compress = compression({
    brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } },
    filter: (request, response) => !response.hasHeader("Set-Cookie") && compression.filter(request, response),
  });
  return (request, response) => {
    compress(request, response, () => undefined);
    return handle(request, response);
  };
}
