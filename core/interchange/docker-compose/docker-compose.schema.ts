import * as z from "zod";

const Text = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const Texts = z.union([z.array(Text), Text.transform((one) => [one])]);
const Command = z.union([z.array(Text), Text.transform((one) => [one])]).nullish();
/** Names, or names with settings. */
const Named = z.union([z.array(z.string()), z.record(z.string(), z.unknown())]).nullish();

const Dependencies = z.union([
  z.array(z.string()),
  z.record(
    z.string(),
    z.looseObject({ condition: z.string().optional(), required: z.boolean().optional() }).nullable(),
  ),
]);

const Networks = z.union([
  z.array(z.string()),
  z.record(z.string(), z.looseObject({ aliases: z.array(z.string()).nullish() }).nullable()),
]);

/** `source:target:mode`, or the same in words. */
const Mount = z.union([
  z.string(),
  z.looseObject({ type: z.string().optional(), source: z.string().optional() }),
]);

/** A name, or where what is named is put. */
const Granted = z.union([z.string(), z.looseObject({ source: z.string().optional() })]);

const Healthcheck = z.looseObject({
  test: z.union([z.string(), z.array(Text)]).nullish(),
  interval: Text.nullish(),
  timeout: Text.nullish(),
  disable: z.boolean().optional(),
});

const UpdateConfig = z.looseObject({ parallelism: Text.nullish(), order: z.string().nullish() });

const Deploy = z.looseObject({
  mode: z.string().nullish(),
  replicas: Text.nullish(),
  update_config: UpdateConfig.nullish(),
  restart_policy: z.looseObject({ condition: z.string().nullish() }).nullish(),
  resources: z
    .looseObject({ limits: z.looseObject({ cpus: Text.nullish(), memory: Text.nullish() }).nullish() })
    .nullish(),
});

const Port = z.union([Text, z.looseObject({ published: Text.nullish(), target: Text.nullish() })]);

const Service = z.looseObject({
  image: z.string().nullish(),
  build: z.unknown().optional(),
  container_name: z.string().nullish(),
  hostname: z.string().nullish(),
  command: Command,
  entrypoint: Command,
  depends_on: Dependencies.nullish(),
  links: z.array(z.string()).nullish(),
  external_links: z.array(z.string()).nullish(),
  networks: Networks.nullish(),
  network_mode: z.string().nullish(),
  environment: z.union([z.array(Text), z.record(z.string(), Text.nullable())]).nullish(),
  env_file: z.unknown().optional(),
  extends: z.unknown().optional(),
  healthcheck: Healthcheck.nullish(),
  deploy: Deploy.nullish(),
  scale: Text.nullish(),
  restart: Text.nullish(),
  profiles: z.array(z.string()).nullish(),
  ports: z.array(Port).nullish(),
  volumes: z.array(Mount).nullish(),
  volumes_from: Texts.nullish(),
  secrets: z.array(Granted).nullish(),
  configs: z.array(Granted).nullish(),
});
export type ComposeService = z.infer<typeof Service>;

/** What is read of a Compose file; everything else is passed over. */
export const ComposeFile = z.looseObject({
  name: z.string().optional(),
  services: z.record(z.string(), Service),
  networks: Named,
  volumes: Named,
  secrets: Named,
  configs: Named,
  include: z.unknown().optional(),
});
export type ComposeFile = z.infer<typeof ComposeFile>;
