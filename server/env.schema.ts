import * as z from "zod";

/** Everything an operator can set. docs/operations.md explains each; nothing is required. */
export const Env = z.object({
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
  DATABASE_URL: z.string().optional(),
  /** Relative to the project. */
  DATA_FOLDER: z.string().default(".data"),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error", "silent"], "debug, info, warn, error or silent")
    .default("info"),
});
export type Env = z.infer<typeof Env>;

/** Their values are never repeated in a message. */
export const SECRETS: ReadonlySet<string> = new Set<keyof Env>(["DATABASE_URL"]);

function wholeNumber(from: number, to: number) {
  const expected = `a whole number from ${from} to ${to}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, expected)
    .transform(Number)
    .refine((value) => value >= from && value <= to, expected);
}
