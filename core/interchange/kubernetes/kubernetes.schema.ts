import * as z from "zod";

const Text = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const Texts = z.record(z.string(), Text.nullable());

/** What every object has. */
export const Manifest = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z
    .looseObject({
      name: Text.nullish(),
      generateName: Text.nullish(),
      namespace: Text.nullish(),
      labels: Texts.nullish(),
      annotations: Texts.nullish(),
      ownerReferences: z.array(z.looseObject({ controller: z.boolean().nullish() })).nullish(),
    })
    .nullish(),
  spec: z.unknown().optional(),
  data: z.unknown().optional(),
  items: z.array(z.unknown()).nullish(),
});

export type Manifest = z.infer<typeof Manifest>;

/** What a ConfigMap holds. */
export const ConfigMapData = Texts;

/** The spec of a Service: what it selects. */
export const ServiceSpec = z.looseObject({
  type: z.string().nullish(),
  externalName: z.string().nullish(),
  selector: Texts.nullish(),
});

const KeyOf = z.looseObject({ name: Text.nullish(), key: Text.nullish() });

const Variable = z.looseObject({
  name: Text,
  value: Text.nullish(),
  valueFrom: z.looseObject({ configMapKeyRef: KeyOf.nullish(), secretKeyRef: KeyOf.nullish() }).nullish(),
});

const VariablesOf = z.looseObject({
  prefix: z.string().nullish(),
  configMapRef: KeyOf.nullish(),
  secretRef: KeyOf.nullish(),
});

const Container = z.looseObject({
  name: Text.nullish(),
  image: z.string().nullish(),
  command: z.array(Text).nullish(),
  args: z.array(Text).nullish(),
  env: z.array(Variable).nullish(),
  envFrom: z.array(VariablesOf).nullish(),
  restartPolicy: z.string().nullish(),
  readinessProbe: z.unknown().optional(),
  livenessProbe: z.unknown().optional(),
  startupProbe: z.unknown().optional(),
  resources: z.looseObject({ limits: Texts.nullish() }).nullish(),
});
export type Container = z.infer<typeof Container>;

const Volume = z.looseObject({
  persistentVolumeClaim: z.looseObject({ claimName: Text }).nullish(),
  secret: z.looseObject({ secretName: Text.nullish() }).nullish(),
  configMap: z.looseObject({ name: Text.nullish() }).nullish(),
});

const PodSpec = z.looseObject({
  containers: z.array(Container).nullish(),
  initContainers: z.array(Container).nullish(),
  volumes: z.array(Volume).nullish(),
  restartPolicy: z.string().nullish(),
  serviceAccountName: Text.nullish(),
});
export type PodSpec = z.infer<typeof PodSpec>;

const PodTemplate = z.looseObject({
  metadata: z.looseObject({ labels: Texts.nullish() }).nullish(),
  spec: PodSpec.nullish(),
});

const Strategy = z.looseObject({
  type: z.string().nullish(),
  rollingUpdate: z
    .looseObject({ maxUnavailable: Text.nullish(), maxSurge: Text.nullish(), partition: Text.nullish() })
    .nullish(),
});

/** The spec of whatever runs pods by a template. */
export const WorkloadSpec = z.looseObject({
  replicas: z.number().nullish(),
  strategy: Strategy.nullish(),
  updateStrategy: Strategy.nullish(),
  schedule: z.string().nullish(),
  concurrencyPolicy: z.string().nullish(),
  backoffLimit: z.number().nullish(),
  template: PodTemplate.nullish(),
  volumeClaimTemplates: z.array(z.unknown()).nullish(),
  jobTemplate: z
    .looseObject({
      spec: z.looseObject({ backoffLimit: z.number().nullish(), template: PodTemplate.nullish() }).nullish(),
    })
    .nullish(),
});
export type WorkloadSpec = z.infer<typeof WorkloadSpec>;

/** The spec of a Pod by itself. */
export const PodOnlySpec = PodSpec;

/** The spec of what changes the number of pods: of Kubernetes itself, or of KEDA. */
export const ScalerSpec = z.looseObject({
  scaleTargetRef: z.looseObject({ kind: z.string().nullish(), name: Text }),
  minReplicas: z.number().nullish(),
  maxReplicas: z.number().nullish(),
  minReplicaCount: z.number().nullish(),
  maxReplicaCount: z.number().nullish(),
});

/** The spec of a budget of disruptions. */
export const BudgetSpec = z.looseObject({
  minAvailable: Text.nullish(),
  maxUnavailable: Text.nullish(),
  selector: z.looseObject({ matchLabels: Texts.nullish() }).nullish(),
});

/** `networking.k8s.io`, and the older form with `serviceName`. */
const IngressBackend = z.looseObject({
  service: z.looseObject({ name: Text }).nullish(),
  serviceName: Text.nullish(),
});

export const IngressSpec = z.looseObject({
  ingressClassName: z.string().nullish(),
  defaultBackend: IngressBackend.nullish(),
  backend: IngressBackend.nullish(),
  rules: z
    .array(
      z.looseObject({
        host: z.string().nullish(),
        http: z
          .looseObject({ paths: z.array(z.looseObject({ backend: IngressBackend.nullish() })).nullish() })
          .nullish(),
      }),
    )
    .nullish(),
});

const Target = z.looseObject({ kind: z.string().nullish(), name: Text, namespace: Text.nullish() });

/** HTTPRoute and its like of the Gateway API. */
export const RouteSpec = z.looseObject({
  parentRefs: z.array(Target).nullish(),
  rules: z
    .array(
      z.looseObject({
        backendRefs: z.array(Target).nullish(),
        timeouts: z.looseObject({ request: Text.nullish(), backendRequest: Text.nullish() }).nullish(),
      }),
    )
    .nullish(),
});
