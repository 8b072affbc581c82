import { z } from "zod";

/** The parts of SARIF 2.1.0 that are required, or that readers of it rely on. */
const Message = z.object({ text: z.string().min(1) });
const Uri = z.string().regex(/^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+$/, "a URI reference is percent-encoded");
const ArtifactLocation = z.object({ uri: Uri, index: z.int().nonnegative().optional() });
const Level = z.enum(["none", "note", "warning", "error"]);

const Location = z.object({
  physicalLocation: z.object({
    artifactLocation: ArtifactLocation,
    region: z.object({ startLine: z.int().positive() }),
  }),
  logicalLocations: z.tuple([
    z.object({ name: z.string().min(1), fullyQualifiedName: z.string().min(1), kind: z.string() }),
  ]),
});

const Result = z.object({
  ruleId: z.string().min(1),
  ruleIndex: z.int().nonnegative().optional(),
  level: Level,
  rank: z.number().min(0).max(100),
  message: Message,
  locations: z.array(Location).min(1),
  relatedLocations: z.array(Location),
  partialFingerprints: z.record(z.string(), z.string().min(1)),
});

const Rule = z.object({
  id: z.string().min(1),
  name: z.string().regex(/^[A-Z][A-Za-z]+$/),
  shortDescription: Message,
  fullDescription: Message,
  help: Message,
  defaultConfiguration: z.object({ level: Level }),
});

export const SarifLog = z.object({
  $schema: z.url(),
  version: z.literal("2.1.0"),
  runs: z.tuple([
    z.object({
      tool: z.object({
        driver: z.object({
          name: z.string().min(1),
          semanticVersion: z.string().regex(/^\d+\.\d+\.\d+/),
          rules: z.array(Rule),
        }),
      }),
      invocations: z.array(z.object({ executionSuccessful: z.boolean() })).min(1),
      columnKind: z.enum(["utf16CodeUnits", "unicodeCodePoints"]),
      results: z.array(Result),
    }),
  ]),
});
