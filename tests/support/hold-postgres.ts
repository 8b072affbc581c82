/** A process of its own that holds a private cluster until it is killed: `node tests/support/hold-postgres.ts <folder>`. */
import { openEmbeddedPostgres } from "#server/db/embedded/embedded-postgres.ts";

const opened = await openEmbeddedPostgres(process.argv[2] ?? "");
if (opened.ok) process.stdout.write(opened.value.url());
