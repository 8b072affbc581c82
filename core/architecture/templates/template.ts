import type { ArchitectureInput } from "../architecture.schema.ts";

/**
 * A sketch to start from. It names what such an architecture usually consists of and answers nothing: whether an
 * agreement holds is for those to say who know theirs.
 */
export interface Template {
  readonly key: string;
  /** The place in it that is worth a question, in one sentence. */
  readonly about: string;
  readonly sketch: ArchitectureInput;
}
