/**
 * The rules by which the published parser of the Structurizr DSL refuses a file, for the part of the language that is
 * written here: words, blocks, identifiers, names that must differ, groups, relationships, properties, perspectives.
 * Written after its sources (Tokenizer, Tokens, StructurizrDslParser, GroupParser, PerspectiveParser, IdentifiersRegister
 * and the element and relationship parsers) and apart from our reader. Gives one sentence for each line that it refuses.
 */
export function checkStructurizr(text: string): readonly string[] {
  const check = new StructurizrCheck();
  text.split(/\r?\n/).forEach((line, index) => {
    check.take(line, index + 1);
  });
  return check.finish();
}

interface Said {
  /** Without the assignment and the brace. */
  readonly words: readonly string[];
  readonly identifier: string;
  readonly opens: boolean;
}

class StructurizrCheck {
  readonly #problems: string[] = [];
  readonly #blocks: { readonly in: string; readonly perspectives: Set<string> }[] = [];
  readonly #identifiers = new Set<string>();
  readonly #names = new Set<string>();
  readonly #relationships = new Set<string>();
  #separator = "";
  #workspaces = 0;
  #where = "";

  take(line: string, number: number): void {
    this.#where = `line ${number}: ${line.trim().slice(0, 120)}`;
    if (/^\s*?(?:\/\/|#).*$/.test(line) || line.trim() === "") return;
    this.#expect(!line.endsWith("\\") && !line.endsWith('"""'), "ends on its line");
    const tokens = tokenize(line);
    const isOwn = tokens.every((token) => !/\$\{[a-zA-Z0-9-_.]+?\}/.test(token));
    this.#expect(isOwn, "holds no word of the machine's");
    if (tokens[0] === "}") this.#expect(this.#blocks.pop() !== undefined, "ends something");
    else this.#statement(this.#assigned(tokens));
  }

  finish(): readonly string[] {
    this.#where = "the file";
    this.#expect(this.#blocks.length === 0, "closes every block");
    this.#expect(this.#workspaces === 1, "has one workspace");
    return this.#problems;
  }

  #expect(holds: boolean, what: string): void {
    if (!holds) this.#problems.push(`${what}: ${this.#where}`);
  }

  #assigned(tokens: readonly string[]): Said {
    const isAssigned = tokens.length >= 3 && tokens[1] === "=";
    const identifier = isAssigned ? tokens[0]!.toLowerCase() : "";
    if (isAssigned) {
      this.#expect(/^\w[a-zA-Z0-9_-]*$/.test(identifier), "has a proper identifier");
      this.#expect(!this.#identifiers.has(identifier), "has an identifier of its own");
    }
    const rest = isAssigned ? tokens.slice(2) : tokens;
    const opens = rest.at(-1) === "{";
    return { words: opens ? rest.slice(0, -1) : rest, identifier, opens };
  }

  #statement(said: Said): void {
    const [first = ""] = said.words;
    const top = this.#blocks.at(-1)?.in ?? "";
    this.#expect(!/^(?:!|\/\*)/.test(first), "is no instruction and no comment");
    if (isArrow(said, top)) this.#relationship(said);
    else if (top === "properties") this.#property(said);
    else if (top === "perspectives") this.#perspective(said);
    else if (/^(?:person|softwareSystem) in (?:model|group)$/.test(`${first} in ${top}`)) this.#element(said);
    else if (/^group in (?:model|group)$/.test(`${first} in ${top}`)) this.#group(said, top);
    else this.#block(said, `${first} in ${top}`);
  }

  #open({ opens }: Said, name: string): void {
    this.#expect(opens, "opens a block");
    this.#blocks.push({ in: name, perspectives: new Set() });
  }

  #count({ words }: Said, least: number, most: number): void {
    this.#expect(words.length >= least && words.length <= most, `has ${least} to ${most} words`);
  }

  #relationship(said: Said): void {
    const [from = "", , to = "", description = ""] = said.words;
    this.#count(said, 3, 6);
    for (const end of [from, to])
      this.#expect(this.#identifiers.has(end.toLowerCase()), "has ends that exist");
    const key = JSON.stringify([from, to, description]);
    this.#expect(from !== to && !this.#relationships.has(key), "is not there yet");
    this.#relationships.add(key);
    this.#open(said, "relationship");
  }

  #element(said: Said): void {
    const name = (said.words[1] ?? "").toLowerCase();
    this.#count(said, 2, 4);
    this.#expect(name.trim() !== "" && !this.#names.has(name), "has a name of its own");
    this.#names.add(name);
    this.#identifiers.add(said.identifier);
    this.#open(said, "element");
  }

  #group(said: Said, top: string): void {
    const name = said.words[1] ?? "";
    this.#count(said, 2, 2);
    this.#expect(top !== "group" || this.#separator !== "", "is nested with a separator");
    this.#expect(
      name.trim() !== "" && !(this.#separator !== "" && name.includes(this.#separator)),
      "has a name",
    );
    this.#identifiers.add(said.identifier);
    this.#open(said, "group");
  }

  #property(said: Said): void {
    const [name = "", value = ""] = said.words;
    this.#expect(said.words.length === 2 && name !== "" && value !== "" && !said.opens, "is a property");
    if (name === "structurizr.groupSeparator") this.#separator = value;
  }

  #perspective(said: Said): void {
    const [name = "", description = ""] = said.words;
    const known = this.#blocks.at(-1)!.perspectives;
    this.#count(said, 2, 3);
    this.#expect(name !== "" && description !== "" && !known.has(name), "is a perspective of its own");
    known.add(name);
  }

  #block(said: Said, place: string): void {
    const name = BLOCKS.find(([, pattern]) => pattern.test(place))?.[0];
    if (name === "workspace") {
      this.#workspaces += 1;
      this.#count(said, 1, 3);
    }
    if (name !== undefined) this.#open(said, name);
    else this.#expect(/ in (?:view|style)$/.test(place), "is expected there");
  }
}

const BLOCKS: readonly (readonly [string, RegExp])[] = [
  ["workspace", /^workspace in $/],
  ["model", /^model in workspace$/],
  ["views", /^views in workspace$/],
  ["view", /^systemLandscape in views$/],
  ["styles", /^styles in views$/],
  ["style", /^(?:element|relationship) in styles$/],
  ["properties", /^properties in (?:workspace|model|group|element|relationship)$/],
  ["perspectives", /^perspectives in (?:element|relationship)$/],
];

function isArrow({ words, opens }: Said, top: string): boolean {
  const second = words[1] ?? "";
  const isPlace = ["model", "group", "element"].includes(top);
  return isPlace && words.length + Number(opens) > 2 && /^(?:->|--.*->)$/s.test(second);
}

/** Character by character, as the published tokenizer does it; `\"` and `\n` are read as the published parser reads them. */
function tokenize(given: string): readonly string[] {
  const line = given.trim();
  const tokens: string[] = [];
  let token: string | null = null;
  let isQuoted = false;
  for (let index = 0; index < line.length; index += 1) {
    const character = line[index]!;
    const isEscaped = line[index - 1] === "\\";
    if (token === null) {
      if (/\s/.test(character)) continue;
      isQuoted = character === '"';
      token = isQuoted ? "" : character;
    } else if (!(character === '"' && isEscaped) && endsToken(character, isQuoted)) {
      tokens.push(token);
      token = null;
    } else token += character;
  }
  if (token !== null) tokens.push(token);
  return tokens.map((one) => one.replaceAll('\\"', '"').replaceAll("\\n", "\n"));
}

function endsToken(character: string, isQuoted: boolean): boolean {
  return isQuoted ? character === '"' : /\s/.test(character);
}
