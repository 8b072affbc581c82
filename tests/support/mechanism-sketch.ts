import type { Architecture } from "#core/architecture/architecture.schema.ts";

/** The three sketches by which a mechanism shows what it finds and what it leaves alone. None is from the corpus. */
export interface MechanismSketches {
  /** The two components that have to agree, in `hit` and in `repaired`. */
  readonly seam: readonly [string, string];
  /** The mechanism is really present. */
  readonly hit: Architecture;
  /** The same architecture after the structural move. */
  readonly repaired: Architecture;
  /** Sound, although `seam` looks like the real thing at first sight. */
  readonly lookAlike: { readonly sketch: Architecture; readonly seam: readonly [string, string] };
}
