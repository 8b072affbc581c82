import { readFileSync } from "node:fs";
import { describeProblems, readShape } from "../../core/architecture/input-problem.schema.ts";
import { Glossary } from "../../core/series/glossary.schema.ts";

const file = new URL("../../content/glossary.json", import.meta.url);
const read = readShape(Glossary, JSON.parse(readFileSync(file, "utf8")));
if (!read.ok) throw new Error(`content/glossary.json: ${describeProblems(read.error)}`);

/** The words of the series, as the texts are compiled with them. */
export const GLOSSARY = read.value;
