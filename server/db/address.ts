/** The part of a database URL that may be shown: host and port, never the user or the password. */
export function describeAddress(url: string): string {
  const { hostname, port, searchParams } = new URL(url);
  return `${hostname || (searchParams.get("host") ?? "localhost")}:${port || "5432"}`;
}

export function databaseName(url: string): string {
  const { pathname, username } = new URL(url);
  return decodeURIComponent(pathname.slice(1)) || username;
}
