import { Client } from "pg";

/** Every table of a database in whose rows, as text, one of the words occurs; views and system tables left out. */
export async function tablesWith(url: string, words: readonly string[]): Promise<readonly string[]> {
  const client = new Client(url);
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ text: string }>(
        `SELECT row_to_json(one)::text AS text FROM ${name} AS one`,
      );
      if (rows.some(({ text }) => words.some((word) => holds(text, word)))) found.push(name);
    }
    return found;
  } finally {
    await client.end();
  }
}

/** As it is, and as bytes are written in hexadecimal. */
function holds(text: string, word: string): boolean {
  return text.toLowerCase().includes(word.toLowerCase()) || text.includes(Buffer.from(word).toString("hex"));
}
