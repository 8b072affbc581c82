import { describe, expect, test } from "vitest";
import { ambiguitiesOf, readRequests, type Dialect } from "#core/simulation/two-readers.grammar.ts";
import { twoReaders } from "#core/simulation/two-readers.ts";
import { inWords } from "#tests/support/lanes-in-words.ts";

const DIALECT: Dialect = { header: "first", framing: "length", decoding: "once", query: "first" };
const lines = (...texts: string[]) => texts.join("\r\n");
const ordinary = lines("GET /open/4?action=read HTTP/1.1", "Account: ada", "", "");

/** Approve a change with `npx vitest run --project unit two-readers -u`, after reading it. */
describe("a request with two readers", () => {
  test.each(twoReaders.policies)("by $key", async (policy) => {
    await expect(inWords(twoReaders, policy)).toMatchFileSnapshot(`approved/two-readers-${policy.key}.txt`);
  });

  test.each(["header", "framing", "query", "none"])("with the difference “%s”", async (difference) => {
    const [parsers] = twoReaders.policies;
    await expect(inWords(twoReaders, parsers!, { difference })).toMatchFileSnapshot(
      `approved/two-readers-by-${difference}.txt`,
    );
  });
});

describe("the grammar", () => {
  test("reads account, action and path", () => {
    expect(readRequests(ordinary, DIALECT)).toEqual([
      { account: "ada", action: "read", path: "/open/4", body: "" },
    ]);
  });

  test("takes the first or the last of two headers, whatever their case", () => {
    const twice = lines("GET /open HTTP/1.1", "Account: ada", "ACCOUNT: root", "", "");
    const accountBy = (header: Dialect["header"]) => readRequests(twice, { ...DIALECT, header })[0]?.account;
    expect([accountBy("first"), accountBy("last")]).toEqual(["ada", "root"]);
    expect(ambiguitiesOf(twice)).toEqual(["header"]);
  });

  test("resolves dots after it has decoded", () => {
    const pathOf = (path: string, decoding: Dialect["decoding"]) =>
      readRequests(lines(`GET ${path} HTTP/1.1`, "", ""), { ...DIALECT, decoding })[0]?.path;
    expect(pathOf("/a/%2e%2e/b/./c", "once")).toBe("/b/c");
    expect(pathOf("/a/%252e%252e/b", "once")).toBe("/a/%2e%2e/b");
    expect(pathOf("/a/%252e%252e/b", "twice")).toBe("/b");
    expect(pathOf("/a/100%25", "twice")).toBe("/a/100%");
  });

  test("knows two values of a key even where one key is encoded", () => {
    const twice = lines("GET /open?action=read&%61ction=delete HTTP/1.1", "", "");
    expect(readRequests(twice, { ...DIALECT, query: "last" })[0]?.action).toBe("delete");
    expect(ambiguitiesOf(twice)).toEqual(["query"]);
  });

  test("ends a body by its length or by its chunks, and reads what follows as the next request", () => {
    const framed = lines(
      "POST /open HTTP/1.1",
      "Content-Length: 5",
      "Transfer-Encoding: chunked",
      "",
      "0",
      "",
      "",
    );
    const bytes = framed + ordinary;
    const byLength = readRequests(bytes, DIALECT);
    const byChunks = readRequests(bytes, { ...DIALECT, framing: "chunks" });
    expect(byLength.map(({ body }) => body)).toEqual(["0\r\n\r\n", ""]);
    expect(byChunks.map(({ body }) => body)).toEqual(["", ""]);
    expect(ambiguitiesOf(bytes)).toEqual(["framing"]);
  });

  test("joins chunks", () => {
    const chunked = lines(
      "POST /open HTTP/1.1",
      "Transfer-Encoding: chunked",
      "",
      "3",
      "abc",
      "a",
      "0123456789",
      "0",
      "",
      "",
    );
    expect(readRequests(chunked, DIALECT)[0]?.body).toBe("abc0123456789");
  });

  test.each([
    ["no end of the headers", "GET /open HTTP/1.1\r\n"],
    ["no request line", lines("open sesame", "", "")],
    ["a header without a colon", lines("GET /open HTTP/1.1", "Account ada", "", "")],
    ["a body shorter than declared", lines("GET /open HTTP/1.1", "Content-Length: 9", "", "short")],
    ["a length that is none", lines("GET /open HTTP/1.1", "Content-Length: five", "", "short")],
    ["a chunk without its end", lines("GET /open HTTP/1.1", "Transfer-Encoding: chunked", "", "3", "abcdef")],
  ])("stops at %s", (_, bytes) => {
    expect(readRequests(bytes, DIALECT)).toEqual([]);
    expect(readRequests(ordinary + bytes, DIALECT)).toHaveLength(1);
  });
});
