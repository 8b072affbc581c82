import * as z from "zod";
import { Flag, Key, Keys, listOf, Point, Said, Size } from "../threat-models/lenient.schema.ts";

/** Room for what others add; the only place for it that the format has. */
const Attributes = z.looseObject({ seamark: z.unknown().optional() }).optional().catch(undefined);

const Parent = z.looseObject({ trustZone: Key, component: Key }).optional().catch(undefined);
const Representation = z.looseObject({ representation: Key, position: Point, size: Size });

const Element = z.looseObject({
  id: Key,
  name: Said,
  type: Said,
  description: Said,
  parent: Parent,
  representations: listOf(Representation),
  tags: Keys,
  attributes: Attributes,
});
export type OtmElement = z.infer<typeof Element>;

const Component = Element.extend({
  assets: z.looseObject({ processed: Keys, stored: Keys }).optional().catch(undefined),
  threats: listOf(z.looseObject({})),
});
export type OtmComponent = z.infer<typeof Component>;

const Dataflow = z.looseObject({
  id: Key,
  name: Said,
  description: Said,
  source: Key,
  destination: Key,
  bidirectional: Flag,
  assets: Keys,
  tags: Keys,
  attributes: Attributes,
});
export type OtmDataflow = z.infer<typeof Dataflow>;

const Named = z.looseObject({ id: Key, name: Said, attributes: Attributes });

const list = <T>(entry: z.ZodType<T>) =>
  z
    .array(entry)
    .nullish()
    .transform((entries) => entries ?? []);

/** What is read of an Open Threat Model, 0.1 or 0.2; everything else is passed over. */
export const OtmFile = z.looseObject({
  otmVersion: z.union([z.string(), z.number().transform(String)]),
  project: z.looseObject({ name: Said, description: Said, owner: Said }),
  representations: list(z.looseObject({ id: Key, type: Said })),
  assets: list(Named),
  trustZones: list(Element),
  components: list(Component),
  dataflows: list(Dataflow),
  threats: list(Named),
  mitigations: list(z.unknown()),
});
export type OtmFile = z.infer<typeof OtmFile>;
