import * as z from "zod";

const Variables = z.object({
  NODE_ENV: z
    .enum(["production", "development", "test"], "production, development or test")
    .default("production"),
  HOST: z.string("an address to listen on").min(1, "an address to listen on").default("127.0.0.1"),
  PORT: wholeNumber(0, 65_535).default(3000),
  PUBLIC_URL: z
    .url({
      abort: true,
      protocol: /^https?$/,
      error: "the address people use, as in https://seamark.example",
    })
    .refine((url) => new URL(url).pathname === "/", "an address without a path")
    .transform((url) => new URL(url).origin)
    .optional(),
  TRUSTED_PROXY_HOPS: wholeNumber(0, 5).default(0),
  SITUATION_RATE_PER_MINUTE: wholeNumber(1, 1_000_000).default(20),
  ERROR_REPORT_RATE_PER_MINUTE: wholeNumber(1, 1_000_000).default(10),
  /** For visitors whose browser did no proof of work. */
  SITUATION_UNVERIFIED_RATE_PER_MINUTE: wholeNumber(1, 1_000_000).default(5),
  /** Days after the last thing that happened to it. */
  SITUATION_KEPT_DAYS: wholeNumber(1, 3650).default(90),
  DATABASE_URL: z.string().optional(),
  REDIS_URL: address(/^rediss?$/, "the address of a Redis, as in redis://127.0.0.1:6379").optional(),
  /** Without it one is made at the first start and kept in the data folder. */
  SECRET_KEY: z
    .string()
    .min(32, "at least 32 characters, as openssl rand -base64 32 prints them")
    .refine((value) => new Set(value).size >= 12, "random, as openssl rand -base64 32 prints it")
    .optional(),
  SMTP_URL: address(
    /^smtps?$/,
    "the address of a mail server, as in smtp://user:password@mail.example:587",
  ).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>\r\n"]*<[^<>\s@]+@[^<>\s@]+>$/, "a name and an address, as in Seamark <seamark@example.org>")
    .default("Seamark <seamark@localhost>"),
  WEBHOOK_URL: address(/^https?$/, "an address, as in https://hooks.example/seamark").optional(),
  /** Signs what is sent to WEBHOOK_URL. */
  WEBHOOK_SECRET: z.string().min(24, "at least 24 characters").optional(),
  /** Hosts and ports that a webhook may reach although they are private: `host:port`, with commas between. */
  WEBHOOK_PRIVATE_TARGETS: z
    .string()
    .regex(/^[^\s,]+:\d{1,5}(,[^\s,]+:\d{1,5})*$/, "host:port, with commas between several")
    .transform((value) => value.split(","))
    .default([]),
  /** Relative to the project. */
  DATA_FOLDER: z.string().default(".data"),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error", "silent"], "debug, info, warn, error or silent")
    .default("info"),
});

/** Everything an operator can set. docs/operations.md explains each; nothing is required. */
export const Env = Variables.refine(
  (env) => env.WEBHOOK_URL === undefined || env.WEBHOOK_SECRET !== undefined,
  {
    path: ["WEBHOOK_SECRET"],
    error: "at least 24 characters that the other side of WEBHOOK_URL knows too",
  },
);
export type Env = z.infer<typeof Env>;

/** Their values are never repeated in a message. */
export const SECRETS: ReadonlySet<string> = new Set<keyof Env>([
  "DATABASE_URL",
  "REDIS_URL",
  "SECRET_KEY",
  "SMTP_URL",
  "WEBHOOK_URL",
  "WEBHOOK_SECRET",
]);

function address(protocol: RegExp, expected: string) {
  return z.url({ protocol, error: expected });
}

function wholeNumber(from: number, to: number) {
  const expected = `a whole number from ${from} to ${to}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, expected)
    .transform(Number)
    .refine((value) => value >= from && value <= to, expected);
}
