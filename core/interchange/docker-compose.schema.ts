import * as z from "zod";

const Text = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const Dependencies = z.union([
  z.array(z.string()),
  z.record(z.string(), z.looseObject({ condition: z.string().optional() }).nullable()),
]);

const Service = z.looseObject({
  image: z.string().optional(),
  depends_on: Dependencies.nullish(),
  networks: z.union([z.array(z.string()), z.record(z.string(), z.unknown())]).nullish(),
  environment: z.union([z.array(Text), z.record(z.string(), Text.nullable())]).nullish(),
});
export type ComposeService = z.infer<typeof Service>;

/** What is read of a Compose file; everything else is passed over. */
export const ComposeFile = z.looseObject({
  name: z.string().optional(),
  services: z.record(z.string(), Service),
  networks: z.record(z.string(), z.unknown()).nullish(),
});
export type ComposeFile = z.infer<typeof ComposeFile>;
