import * as z from "zod";
import { LIMITS } from "../../architecture/architecture.schema.ts";
import {
  BOUNDARY_KINDS,
  COMPONENT_KINDS,
  CONNECTION_KINDS,
  MECHANISMS_BY_ZONE,
} from "../../architecture/vocabulary.ts";

/**
 * What a sketch says and a threat model has no field for. It is written where the format leaves room for extensions, and
 * read back as far as it still fits what stands around it. References are the names that things have in that file.
 */

const Reference = z.string().max(LIMITS.name);
const References = z.array(Reference).max(1_000).readonly();

export const KeptComponent = z
  .looseObject({ kind: z.enum(COMPONENT_KINDS), boundaries: References })
  .optional()
  .catch(undefined);
export type KeptComponent = NonNullable<z.infer<typeof KeptComponent>>;

/** `carries`: whether its name is that of an object; otherwise it is only a label. */
export const KeptConnection = z
  .looseObject({ id: Reference, kind: z.enum(CONNECTION_KINDS), carries: z.boolean() })
  .optional()
  .catch(undefined);
export type KeptConnection = NonNullable<z.infer<typeof KeptConnection>>;

/** `isSheet`: it stands for everything that lies in no boundary, where a format wants each thing to lie in one. */
export const KeptBoundary = z
  .looseObject({ kind: z.enum(BOUNDARY_KINDS), isSheet: z.boolean().optional() })
  .optional()
  .catch(undefined);
export type KeptBoundary = NonNullable<z.infer<typeof KeptBoundary>>;

export const KeptInvariant = z
  .looseObject({
    between: z.tuple([Reference, Reference]).readonly(),
    sentence: z.string().min(1).max(LIMITS.text),
    mechanism: z.enum(Object.values(MECHANISMS_BY_ZONE).flat()).nullable(),
    owner: z.string().max(LIMITS.name),
  })
  .optional()
  .catch(undefined);
export type KeptInvariant = NonNullable<z.infer<typeof KeptInvariant>>;
