import type { BuildOptions } from "esbuild";
import { bundleMDX } from "mdx-bundler";
import remarkGfm from "remark-gfm";
import { parse as parseYaml } from "yaml";
import { describeProblems, readShape } from "../../core/architecture/input-problem.schema.ts";
import type { PlainText, TextEntry } from "../../core/series/text-entry.ts";
import type { Collection, Sourced } from "./collections.ts";
import { guardMdx } from "./guard-mdx.ts";
import { GLOSSARY } from "./read-glossary.ts";
import { markWords } from "./mark-words.ts";
import { readBody, type BodyReading } from "./read-body.ts";

/** As much of the compiler's options as is set here; its own declaration does not resolve. */
interface MdxOptions {
  readonly remarkPlugins?: readonly unknown[];
}

export interface CompiledText<Matter> {
  readonly entry: TextEntry<Matter>;
  /** A function body over React and _jsx_runtime that returns a module with the text as default export. */
  readonly code: string;
  readonly plain: PlainText;
}

/**
 * Compiles one text of a collection. Front matter is read once, here, by one YAML dialect and one schema; the compiler
 * gets the body alone, because the front matter parser inside it speaks another dialect and would execute a block marked
 * as script.
 */
export async function compileText<Matter extends Sourced>(
  { matter: shape, spine, components }: Collection<Matter>,
  file: string,
  source: string,
): Promise<CompiledText<Matter>> {
  const { head, body } = split(file, source);
  const shaped = readShape(shape, parseYaml(head));
  if (!shaped.ok) throw new Error(`${file}: ${describeProblems(shaped.error)}`);
  const matter = shaped.value;
  let reading: BodyReading = {
    citations: [],
    links: [],
    sections: [],
    text: "",
    plain: { markdown: "", html: "" },
  };
  const onRead = (result: BodyReading) => (reading = result);
  const { code, errors } = await bundleMDX({
    source: body,
    mdxOptions: (options: MdxOptions): MdxOptions => ({
      ...options,
      remarkPlugins: [
        remarkGfm,
        guardMdx(components),
        readBody({ sources: matter.sources, spine, onRead }),
        markWords(GLOSSARY),
      ],
    }),
    esbuildOptions: (options: BuildOptions): BuildOptions => ({ ...options, logLevel: "silent" }),
  }).catch((error: unknown) => {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  });
  if (errors.length > 0) throw new Error(`${file}: ${errors.map(({ text }) => text).join("; ")}`);
  const { plain, ...read } = reading;
  const words = read.text.split(" ").length;
  return { entry: { matter, ...read, words }, code, plain };
}

function split(file: string, source: string): { readonly head: string; readonly body: string } {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source);
  if (match === null) throw new Error(`${file}: a text begins with front matter between two lines of ---`);
  const [, head = "", body = ""] = match;
  if (/^\s*---/.test(body)) throw new Error(`${file}: the body cannot begin with ---`);
  return { head, body };
}
