import type { FormRefusal } from "./refused-situation.ts";

export const REFUSAL_STATUS = {
  invalid: 422,
  "no-key": 400,
  "key-reused": 422,
  "too-many": 429,
  unavailable: 503,
  foreign: 403,
  "too-large": 413,
} as const satisfies Record<FormRefusal["kind"], number>;
