const WORDS = /^[a-z0-9]{1,16}(?:[-._][a-z0-9]{1,16})*$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The path of a request without its query, and without segments that may be a secret or a person: only short
 * words stay, as in the addresses of published pages.
 */
export function loggablePath(url: string): string {
  const [path = ""] = url.split(/[?#]/);
  return path
    .split("/")
    .map((segment) => (segment === "" || (WORDS.test(segment) && !UUID.test(segment)) ? segment : ":id"))
    .join("/");
}
