import { expect, test } from "vitest";
import { parseEnv } from "#server/env.ts";

function refusal(variables: Record<string, string>): string | undefined {
  const parsed = parseEnv(variables);
  return parsed.ok ? undefined : parsed.error;
}

test("nothing is required", () => {
  const parsed = parseEnv({});
  expect(parsed).toMatchObject({
    ok: true,
    value: { PORT: 3000, HOST: "127.0.0.1", NODE_ENV: "production" },
  });
});

test("an empty variable is one that is not set", () => {
  expect(parseEnv({ PORT: "", PUBLIC_URL: "" })).toMatchObject({ ok: true, value: { PORT: 3000 } });
});

test.each([
  [
    { PORT: "http" },
    'PORT must be a whole number from 0 to 65535, and it is "http": correct it or unset it.',
  ],
  [
    { PORT: "70000" },
    'PORT must be a whole number from 0 to 65535, and it is "70000": correct it or unset it.',
  ],
  [{ TRUSTED_PROXY_HOPS: "9" }, 'TRUSTED_PROXY_HOPS must be a whole number from 0 to 5, and it is "9"'],
  [{ PUBLIC_URL: "seamark.example" }, "PUBLIC_URL must be the address people use"],
  [{ PUBLIC_URL: "https://seamark.example/app" }, "PUBLIC_URL must be an address without a path"],
  [{ LOG_LEVEL: "loud" }, 'LOG_LEVEL must be debug, info, warn, error or silent, and it is "loud"'],
  [{ NODE_ENV: "staging" }, 'NODE_ENV must be production, development or test, and it is "staging"'],
])("a wrong value is named, with what was expected and what it is: %o", (variables, sentence) => {
  expect(refusal(variables)).toContain(sentence);
});

test("a webhook needs a secret, without which nobody could tell who calls", () => {
  const WEBHOOK_URL = "https://hooks.example/seamark";
  expect(refusal({ WEBHOOK_URL })).toBe(
    "WEBHOOK_SECRET must be at least 24 characters that the other side of WEBHOOK_URL knows too, and it is not set.",
  );
  expect(refusal({ WEBHOOK_URL, WEBHOOK_SECRET: "four and twenty blackbirds" })).toBeUndefined();
});
