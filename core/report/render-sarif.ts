import { pairKey, subjectKey } from "../architecture/subject.ts";
import type { Candidate } from "../diagnosis/diagnosis.ts";
import type { Mechanism } from "../diagnosis/mechanism.ts";
import { levelOf, type LintSource, type Listed } from "./lint.ts";
import { ladderWords, oneLine, percent, subjectName } from "./wording.ts";

/**
 * Seams as a SARIF 2.1.0 document, the format in which pipelines hand on what a tool found. Every mechanism of the
 * catalogue is a rule, whether or not it was found: a reader can then tell "looked for" from "not known".
 */
export function renderSarif(
  seams: readonly Candidate[],
  catalogue: readonly Mechanism[],
  source: LintSource,
  version: string,
): string {
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Seamark", semanticVersion: version, rules: catalogue.map(ruleOf) } },
        invocations: [{ executionSuccessful: true }],
        columnKind: "utf16CodeUnits",
        results: seams.map((seam) => resultOf(seam, catalogue, source)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf({ key, title, description, absentLayer, falseAlarms, zone, failureClass }: Mechanism) {
  return {
    id: key,
    name: key.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: sarifText(title) },
    fullDescription: { text: sarifText(description) },
    help: {
      text: sarifText(
        `${description} What is absent: ${absentLayer} It is a false alarm if: ${falseAlarms.join(" ")}`,
      ),
    },
    defaultConfiguration: { level: "warning" },
    properties: { tags: [zone, failureClass] },
  };
}

function resultOf(seam: Candidate, catalogue: readonly Mechanism[], source: LintSource) {
  const { between, mechanism, probability, invariant, ladder } = seam;
  const rule = catalogue.findIndex(({ key }) => key === mechanism);
  const names = subjectName(source.architecture, { agreement: between });
  return {
    ruleId: mechanism ?? "marked-by-hand",
    ...(rule === -1 ? {} : { ruleIndex: rule }),
    level: levelOf(probability),
    rank: Number((probability * 100).toFixed(1)),
    message: {
      text: sarifText(`${invariant} (${names}: ${ladderWords(ladder)}, ${percent(probability)})`),
    },
    locations: between.map((component) => locationOf({ component }, source)),
    relatedLocations: seam.elements
      .filter((element) => "connection" in element)
      .map((element) => locationOf(element, source)),
    partialFingerprints: { "seamarkSeam/v1": pairKey(...between) },
  };
}

/** An element of the sketch by its place in its file, and by its id where lines mean nothing. */
function locationOf(element: Listed, source: LintSource) {
  const place = source.placeOf(element);
  const region = place?.line == null ? {} : { region: { startLine: place.line } };
  return {
    ...(place === null ? {} : { physicalLocation: { artifactLocation: { uri: place.uri }, ...region } }),
    logicalLocations: [
      {
        name: oneLine(subjectName(source.architecture, element)),
        fullyQualifiedName: subjectKey(element),
        kind: "component" in element ? "component" : "connection",
      },
    ],
  };
}

/** One line that shows exactly these characters: in a SARIF message braces are placeholders and brackets make links. */
function sarifText(value: string): string {
  return oneLine(value)
    .replaceAll(/[\\[\]]/g, (character) => `\\${character}`)
    .replaceAll(/[{}]/g, (brace) => brace + brace);
}
