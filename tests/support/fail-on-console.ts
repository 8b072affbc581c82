import { afterEach, beforeEach, expect, vi } from "vitest";

/** Output nobody expected is a defect: a test that wants to see a warning spies on it itself. */
beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(
    (...args: unknown[]) => void expect.fail(`console.error: ${args.join(" ")}`),
  );
  vi.spyOn(console, "warn").mockImplementation(
    (...args: unknown[]) => void expect.fail(`console.warn: ${args.join(" ")}`),
  );
});

afterEach(() => {
  vi.restoreAllMocks();
});
