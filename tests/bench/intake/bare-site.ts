import { PROJECT, type Site } from "../reading/serve-site.ts";

/** What it is stored in: the columns of the form, and nothing that finds a row again but its key. */
export const BARE_TABLE = `CREATE TABLE bare_situation (id uuid PRIMARY KEY, failing text, works text, tried text,
  signals text[], system text, name text, email text, received_at timestamptz NOT NULL DEFAULT now())`;

/** The same form as a route handler of Next that stores what it is sent with one INSERT, and does nothing else. */
export function bareSite(databaseUrl: string): Site {
  return {
    packages: null,
    path: "",
    files: {
      "next.config.mjs": `export default { agentRules: false, turbopack: { root: ${JSON.stringify(PROJECT)} } };\n`,
      "app/layout.jsx": `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}\n`,
      "app/page.jsx": `export default function Page() { return <p>Nothing but a form.</p>; }\n`,
      "app/api/situations/route.js": `import { randomUUID } from "node:crypto";
import { Pool } from "pg";
const pool = new Pool({ connectionString: ${JSON.stringify(databaseUrl)}, max: 10 });
export async function POST(request) {
  const { failing, works, tried, signals, system, name, email } = await request.json();
  const id = randomUUID();
  await pool.query(
    "INSERT INTO bare_situation (id, failing, works, tried, signals, system, name, email) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    [id, failing, works, tried, signals, system, name, email],
  );
  return Response.json({ reference: id }, { status: 201 });
}\n`,
    },
  };
}
