import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { expect, onTestFinished, test } from "vitest";
import { listMigrations, migrate, MIGRATIONS } from "#server/db/migrations.ts";
import { createTestDatabase } from "#tests/support/test-database.ts";

const NAME = "20261121205922_report_files";
const ID = "0190b2a4-5c3e-7d11-8f00-00000000000";

test("reports that were kept before their files were told apart keep their formats, each once", async () => {
  const { url, drop } = await createTestDatabase({ template: false });
  onTestFinished(drop);
  const folder = await mkdtemp(join(tmpdir(), "seamark-migrations-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const names = await listMigrations();
  for (const name of names.slice(0, names.indexOf(NAME)))
    await cp(join(MIGRATIONS, name), join(folder, name), { recursive: true });
  expect((await migrate(url, folder)).ok).toBe(true);
  const client = new Client(url);
  await client.connect();
  onTestFinished(() => client.end());
  await client.query(
    `INSERT INTO person (id, name, email, updated_at) VALUES ('${ID}0', 'Ada', 'ada@example.org', now());
     INSERT INTO engagement (id, owner_id, client) VALUES ('${ID}1', '${ID}0', 'Harbour');
     INSERT INTO engagement_report (id, engagement_id, title, formats, settings, is_anonymous, session, sha256, bytes)
     VALUES ('${ID}2', '${ID}1', 'Two', '{pdf,markdown,pdf}', '{}', false, '{}', '', 1),
            ('${ID}3', '${ID}1', 'None', NULL, '{}', false, '{}', '', 1)`,
  );

  expect((await migrate(url)).ok).toBe(true);
  const { rows } = await client.query(
    "SELECT report_id, format, sha256, bytes, version, published FROM engagement_report_file ORDER BY format",
  );
  const unnoted = { sha256: null, bytes: null, version: null, published: null };
  expect(rows).toEqual([
    { report_id: `${ID}2`, format: "markdown", ...unnoted },
    { report_id: `${ID}2`, format: "pdf", ...unnoted },
  ]);
  expect((await client.query("SELECT title FROM engagement_report ORDER BY title")).rows).toEqual([
    { title: "None" },
    { title: "Two" },
  ]);
});
