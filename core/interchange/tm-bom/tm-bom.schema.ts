import * as z from "zod";
import { BOUNDARY_KINDS } from "../../architecture/vocabulary.ts";
import { KeptComponent, KeptConnection, KeptInvariant } from "../threat-models/kept.schema.ts";
import { Flag, Key, Keys, listOf, Said } from "../threat-models/lenient.schema.ts";

const named = { symbolic_name: Said, title: Said, description: Said } as const;

const Zone = z.looseObject(named);

const Part = z.looseObject({
  ...named,
  type: Said,
  permissions: Said,
  vendor: Said,
  product: Said,
  repo_link: Said,
  parent_component: Key,
  trust_zone: Key,
});
export type TmBomPart = z.infer<typeof Part>;

const TrustBoundary = z.looseObject({
  trust_zone_a: Key,
  trust_zone_b: Key,
  access_control_methods: Keys,
  authentication_methods: Keys,
  access_token_expires: z.boolean().optional().catch(undefined),
  access_token_ttl: z.number().nonnegative().optional().catch(undefined),
  has_refresh_token: z.boolean().optional().catch(undefined),
});
export type TmBomTrustBoundary = z.infer<typeof TrustBoundary>;

const DataSet = z.looseObject({ ...named, placements: listOf(z.looseObject({ data_store: Key })) });

const End = z.looseObject({ object: Key }).optional().catch(undefined);

const DataFlow = z.looseObject({
  ...named,
  source: End,
  destination: End,
  has_sensitive_data: Flag,
  encrypted: Flag,
});
export type TmBomDataFlow = z.infer<typeof DataFlow>;

const VALIDITIES = ["unconfirmed", "confirmed", "rejected"] as const;

const Assumption = z.looseObject({
  description: Said,
  topics: Keys,
  validity: z.enum(VALIDITIES).catch("unconfirmed"),
});
export type TmBomAssumption = z.infer<typeof Assumption>;

/**
 * The name of the extension in which a sketch keeps what the format has no field for. The format wants a name like a domain
 * that is unique everywhere. Nobody here owns one: names below .alt are rooted outside of the domain name system (RFC 9476).
 */
export const EXTENSION = "seamark.alt/tm-bom/1";
/** As it was called at first: still read. */
const FIRST_EXTENSION = "seamark.example/tm-bom/1";

const Coordinate = z.number().min(-1_000_000).max(1_000_000);

/** What was kept, by symbolic names. */
export const KeptModel = z
  .looseObject({
    parts: listOf(
      z.looseObject({
        name: z.string(),
        component: KeptComponent,
        position: z.tuple([Coordinate, Coordinate]).readonly().optional().catch(undefined),
      }),
    ),
    zones: listOf(
      z.looseObject({
        name: z.string(),
        kind: z.enum(BOUNDARY_KINDS),
        within: z.string().nullable(),
        isSheet: z.boolean().optional(),
      }),
    ),
    flows: listOf(
      z.looseObject({ name: z.string(), connection: KeptConnection, carries: z.string().nullable() }),
    ),
    assumptions: listOf(
      z.looseObject({
        invariant: KeptInvariant,
        validity: z.enum(VALIDITIES),
        /** As the assumption is written where it says more than the sentence. */
        description: z.string().optional().catch(undefined),
      }),
    ),
  })
  .optional()
  .catch(undefined);
export type KeptModel = NonNullable<z.infer<typeof KeptModel>>;

const list = <T>(entry: z.ZodType<T>) =>
  z
    .array(entry)
    .nullish()
    .transform((entries) => entries ?? []);

/** What is read of a file of the Threat Model Library; everything else is passed over. */
export const TmBomFile = z.looseObject({
  scope: z.looseObject({ title: Said, description: Said }),
  description: Said,
  trust_zones: list(Zone),
  trust_boundaries: list(TrustBoundary),
  actors: list(Part),
  components: list(Part),
  data_stores: list(Part),
  data_sets: list(DataSet),
  data_flows: list(DataFlow),
  assumptions: list(Assumption),
  diagrams: list(z.unknown()),
  threat_personas: list(z.unknown()),
  threats: list(z.unknown()),
  controls: list(z.unknown()),
  risks: list(z.unknown()),
  extensions: z
    .looseObject({ [EXTENSION]: KeptModel, [FIRST_EXTENSION]: KeptModel })
    .transform((named) => named[EXTENSION] ?? named[FIRST_EXTENSION])
    .optional()
    .catch(undefined),
});
export type TmBomFile = z.infer<typeof TmBomFile>;
