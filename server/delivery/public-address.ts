import { env } from "../env.ts";

/** An absolute address of ours, as whoever gets a mail can open it; `path` begins with a slash. */
export function publicAddress(path: string): string {
  const { PUBLIC_URL, PORT } = env();
  return `${PUBLIC_URL ?? `http://localhost:${PORT}`}${path}`;
}
