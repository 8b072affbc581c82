/** What we use of the package, which brings no types of its own; those made for it bring the whole of Express. */
declare module "compression" {
  import type { IncomingMessage, ServerResponse } from "node:http";
  import type { BrotliOptions } from "node:zlib";

  interface CompressionOptions {
    readonly brotli: BrotliOptions;
    readonly filter: Compression["filter"];
  }
  interface Compression {
    (
      options: CompressionOptions,
    ): (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
    filter(request: IncomingMessage, response: ServerResponse): boolean;
  }
  const compression: Compression;
  export default compression;
}
