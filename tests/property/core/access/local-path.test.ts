import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readLocalPath } from "#core/access/local-path.ts";

const SITE = "https://seamark.example";
const nasty = fc
  .array(
    fc.constantFrom(
      ...[
        "/",
        "\\",
        "//",
        "..",
        ".",
        "@",
        ":",
        "?",
        "#",
        "%2f",
        "%5c",
        "%2e",
        "\t",
        "\n",
        "\r",
        " ",
        "\u0000",
      ],
      ...["https:", "javascript:", "evil.example", "console", "/console", "＠", "／"],
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(""));

describe("a way back after signing in", () => {
  test("stays on this site, whatever a browser makes of it", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          nasty,
          nasty.map((rest) => `/${rest}`),
          fc.string(),
          fc.webUrl(),
        ),
        (text) => {
          const path = readLocalPath(text);
          if (path === undefined) return;
          const led = new URL(path, `${SITE}/sign-in`);
          expect(led.origin).toBe(SITE);
          expect(led.pathname.startsWith("//")).toBe(false);
        },
      ),
      { numRuns: 20_000 },
    );
  });

  test.each([
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/\t/evil.example",
    "/a/..//evil.example",
    "/%2f/evil.example",
    "/.//evil.example",
    "",
    "console",
    ` /console`,
    `/${"a".repeat(600)}`,
  ])("is not taken where it may lead elsewhere: %j", (text) => {
    expect(readLocalPath(text)).toBeUndefined();
  });

  test.each(["/", "/console", "/console/teams/0f8b?done=added", "/situation?text=a%20b&next=/console"])(
    "is taken as it is: %s",
    (text) => {
      expect(readLocalPath(text)).toBe(text);
    },
  );
});
