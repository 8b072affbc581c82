/** The part of a database URL that may be shown: host and port, never the user or the password. */
export function describeAddress(url: string): string {
  const { hostname, port, searchParams } = new URL(url);
  return `${hostname || (searchParams.get("host") ?? "localhost")}:${port || "5432"}`;
}

export function databaseName(url: string): string {
  const { pathname, username } = new URL(url);
  return unescape(pathname.slice(1)) || unescape(username);
}

export function userName(url: string): string {
  return unescape(new URL(url).username);
}

/** As it stands where it is escaped wrongly: it is only shown. */
function unescape(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
