/** A process of its own that makes deliveries and may be killed: `node tests/support/delivery-worker.ts`. */
import { openSecret } from "#server/auth/secret.ts";
import { shareDatabase } from "#server/db/database.ts";
import { startJobs } from "#server/jobs/start-jobs.ts";
import { TEST_SECRET } from "./test-secret.ts";

await openSecret(TEST_SECRET, "");
shareDatabase(process.env["DATABASE_URL"] ?? "");
const jobs = await startJobs();
process.stdout.write(jobs.ok ? "ready\n" : `${JSON.stringify(jobs.error)}\n`);
