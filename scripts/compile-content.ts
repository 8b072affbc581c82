/** Compiles content into content/generated. */
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

// With one text changed, reading the compiler and the schemas is most of the work.
enableCompileCache(fileURLToPath(new URL("../content/generated/.cache/modules", import.meta.url)));
const { compileSeries } = await import("./content/compile-series.ts");
await compileSeries();
