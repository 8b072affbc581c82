import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const PROJECT = resolve(import.meta.dirname, "../../..");
/** All that the compiler reads, and the packages that it runs with. */
const READ = ["app", "content", "core", "scripts", "package.json", "package-lock.json"];

/** A copy of the project's content that may be filled and changed. */
export interface Corpus {
  readonly folder: string;
  /** Makes it as large as wanted, by copies of the real cases and their incidents under numbers of their own. */
  readonly growTo: (cases: number) => void;
  /** Forgets everything that was compiled. */
  readonly clear: () => void;
  /** Adds a sentence to the text of one case. */
  readonly changeText: () => void;
  /** Gives one case another invariant, which stands in its social image too. */
  readonly changeMatter: () => void;
  readonly remove: () => void;
}

export function copyContent(): Corpus {
  const folder = mkdtempSync(join(tmpdir(), "seamark-content-"));
  const generated = join(PROJECT, "content", "generated");
  for (const name of READ)
    cpSync(join(PROJECT, name), join(folder, name), {
      recursive: true,
      filter: (path) => path !== generated,
    });
  symlinkSync(join(PROJECT, "node_modules"), join(folder, "node_modules"), "junction");
  const cases = join(folder, "content", "cases");
  const real = slugsIn(cases);
  const changed = join(cases, `${real[0] ?? ""}.mdx`);
  let changes = 0;
  const change = (from: RegExp, to: (number: number) => string) => {
    changes += 1;
    replaceIn(changed, from, to(changes));
  };
  return {
    folder,
    growTo: (size) => {
      for (let number = slugsIn(cases).length; number < size; number += 1)
        copyCase(folder, real[number % real.length] ?? "", number);
    },
    clear: () => rmSync(join(folder, "content", "generated"), { recursive: true, force: true }),
    changeText: () => change(/<\/Part>\s*$/, (number) => `One sentence more, the ${number}th.\n\n</Part>\n`),
    changeMatter: () => change(/^invariant: .*$/m, (number) => `invariant: This must hold ${number} times.`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function slugsIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".mdx"))
    .map((name) => name.slice(0, -".mdx".length))
    .sort();
}

function copyCase(folder: string, slug: string, number: number): void {
  const cases = join(folder, "content", "cases");
  const incidents = join(folder, "content", "incidents");
  const source = readFileSync(join(cases, `${slug}.mdx`), "utf8");
  const incident = /^incident: (\S+)$/m.exec(source)?.[1] ?? "";
  const copy = `${slug}-${number}`;
  writeFileSync(
    join(cases, `${copy}.mdx`),
    source
      .replace(/^id: .*$/m, `id: SF-${String(5000 + number)}`)
      .replace(/^slug: .*$/m, `slug: ${copy}`)
      .replace(/^incident: .*$/m, `incident: ${incident}-${number}`),
  );
  for (const part of ["walk", "move"])
    cpSync(join(cases, `${slug}.${part}.json`), join(cases, `${copy}.${part}.json`));
  const read = JSON.parse(readFileSync(join(incidents, `${incident}.json`), "utf8")) as object;
  writeFileSync(
    join(incidents, `${incident}-${number}.json`),
    JSON.stringify({ ...read, id: `${incident}-${number}` }),
  );
}

function replaceIn(file: string, from: RegExp, to: string): void {
  const before = readFileSync(file, "utf8");
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${file}: there is nothing like ${String(from)} to change`);
  writeFileSync(file, after);
}
