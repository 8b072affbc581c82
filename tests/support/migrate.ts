/** A process of its own that migrates and may be killed: `node tests/support/migrate.ts <url> <folder>`. */
import { migrate } from "#server/db/migrations.ts";

const [url = "", folder] = process.argv.slice(2);
const migrated = await migrate(url, folder);
process.stdout.write(JSON.stringify(migrated));
// The engine leaves a timer of ten seconds behind.
process.exit(migrated.ok ? 0 : 1);
