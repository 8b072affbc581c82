import { answerLabel } from "../architecture/fact-wording.ts";
import type { Architecture, Component, FactValue } from "../architecture/architecture.schema.ts";
import { valueKey } from "../architecture/reading.ts";
import type { LadderPlace } from "../architecture/rung.ts";
import type { Subject } from "../architecture/subject.ts";
import type { FactName } from "../architecture/vocabulary.ts";
import type { ProxyFix } from "../diagnosis/diagnosis.ts";

/** What people wrote, on one line and without anything a terminal would obey. */
export function oneLine(value: string): string {
  return value.replaceAll(/[\s\p{Cc}]+/gu, " ").trim();
}

/** How probable, in a word; the number stands beside it wherever the word does. */
export function likelihoodWord(probability: number): string {
  if (probability >= 0.9) return "almost certain";
  if (probability >= 0.7) return "very likely";
  if (probability >= 0.5) return "likely";
  return probability >= 0.2 ? "possible" : "unlikely";
}

/** Never 0 and never 100: nothing that rests on what people said is that sure. */
export function percent(probability: number): string {
  return `${Math.min(99, Math.max(1, Math.round(probability * 100)))} %`;
}

/** A proxy fix: what it covered, what it left open, and that the agreement stayed as it was. */
export function fixWords({ date, text, covered, leftOpen }: ProxyFix): string {
  return [
    `${date}: ${text}`,
    ...(covered === "" ? [] : [`It covered: ${covered}`]),
    ...(leftOpen === "" ? [] : [`It left open: ${leftOpen}`]),
    "It rests on the same agreement.",
  ]
    .map((sentence) => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`))
    .join(" ");
}

/** The rung with what limits it: a rung is worth only what was shown. */
export function ladderWords({ rung, limitedTo, withoutStatement }: LadderPlace): string {
  const limits = limitedTo.map((condition) => answerLabel("limitedTo", condition).toLowerCase()).join(", ");
  return [
    rung,
    ...(limits === "" ? [] : [`shown only ${limits}`]),
    ...(withoutStatement ? ["yet stated nowhere"] : []),
  ].join(", ");
}

export function componentName(architecture: Architecture, id: string): string {
  return architecture.components.find((component: Component) => component.id === id)?.name ?? id;
}

/** How an element is called on screen and in reports. */
export function subjectName(architecture: Architecture, subject: Subject): string {
  if ("component" in subject) return componentName(architecture, subject.component);
  if ("agreement" in subject) {
    return subject.agreement.map((id) => componentName(architecture, id)).join(" and ");
  }
  return connectionName(architecture, subject.connection);
}

/** A connection by what it carries and between whom. */
export function connectionName(architecture: Architecture, id: string): string {
  const connection = architecture.connections.find((one) => one.id === id);
  if (connection === undefined) return id;
  const ends = `${componentName(architecture, connection.from)} to ${componentName(architecture, connection.to)}`;
  return connection.carries === null ? ends : `${objectName(architecture, connection.carries)}, ${ends}`;
}

export function objectName(architecture: Architecture, id: string): string {
  return architecture.objects.find((object) => object.id === id)?.name ?? id;
}

/** An answer as people read it, with the names of what it lists. */
export function answerWords(architecture: Architecture, fact: FactName, value: FactValue): string {
  if (typeof value !== "object") return answerLabel(fact, valueKey(value));
  if (value.length === 0) return "None";
  return value.map((item) => listedWord(architecture, fact, item)).join(", ");
}

function listedWord(architecture: Architecture, fact: FactName, item: string): string {
  if (fact === "restartNeeds") return componentName(architecture, item);
  if (fact === "atomicWith") return subjectName(architecture, { connection: item });
  return answerLabel(fact, item);
}
