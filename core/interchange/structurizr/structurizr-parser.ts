import { err, ok, type Result } from "../../result.ts";
import { LeftOutNotes } from "../drawings/left-out-notes.ts";
import { ARROW, describeItem, newElement, newRelationship } from "./structurizr-items.ts";
import { DslConstants, dslLines, type DslLine } from "./structurizr-lines.ts";
import {
  beyondLimits,
  ELEMENT_SORTS,
  newItem,
  type DslArchetype,
  type DslElement,
  type DslGroup,
  type DslItem,
  type DslModel,
  type DslRelationship,
  type DslStatement,
  type ElementSort,
} from "./structurizr-model.ts";
import { DslNames } from "./structurizr-names.ts";

/** Says what a line means in a block, and gives the block that the line opens if it opens one. */
type Take = (said: DslStatement) => Block;

interface Block {
  /** The element that lines in the block are about. */
  readonly element: DslElement | null;
  readonly take: Take;
}

/** Where in the model a line stands. */
interface Here {
  readonly element: DslElement | null;
  readonly group: DslGroup | null;
  /** The element, relationship or archetype that is described. */
  readonly item: DslItem | null;
}

const LEFT_OUT: Block = { element: null, take: () => LEFT_OUT };
const CONSTANTS = new Set(["!const", "!constant", "!var"]);
const FINDERS = new Set(["!element", "!relationship"]);

/** Reads a workspace, or says on which line it cannot be one. Nothing that it names is opened or run. */
export function parseStructurizr(
  text: string,
): Result<DslModel, { readonly line: number; readonly message: string }> {
  const parser = new StructurizrParser();
  for (const line of dslLines(text)) {
    const problem = parser.take(line);
    if (problem !== null) return err({ line: line.line, message: problem });
  }
  return parser.finish();
}

class StructurizrParser {
  readonly #blocks: Block[] = [];
  readonly #constants = new DslConstants();
  readonly #names = new DslNames();
  readonly #notes = new LeftOutNotes();
  readonly #archetypes = new Map<string, DslArchetype>();
  readonly #elements: DslElement[] = [];
  readonly #groups = new Map<DslGroup | DslElement | null, Map<string, DslGroup>>();
  readonly #relationships: DslRelationship[] = [];
  readonly #relationshipNames = new Map<string, DslItem>();
  readonly #properties = new Map<string, string>();
  readonly #shapes = new Map<string, string>();
  #title = "";
  #description = "";
  #hasWorkspace = false;
  #lastLine = 1;

  /** Takes the next line; a sentence is why the file is no workspace. */
  take({ tokens, line }: DslLine): string | null {
    this.#lastLine = line;
    const given = tokens.map((token) => this.#constants.apply(token));
    if (given[0] === "}") return this.#blocks.pop() === undefined ? "a block ends that has not begun" : null;
    const opens = given.at(-1) === "{";
    const said = statementOf(opens ? given.slice(0, -1) : given, line);
    const here = this.#blocks.at(-1);
    const block = said.first.startsWith("!")
      ? this.#instruction(said, here?.element ?? null)
      : here === undefined
        ? this.#workspace(said)
        : here.take(said);
    if (opens) this.#blocks.push(block);
    return beyondLimits(this.#blocks.length, this.#elements.length, this.#relationships.length);
  }

  finish(): ReturnType<typeof parseStructurizr> {
    const line = this.#lastLine;
    if (!this.#hasWorkspace) return err({ line, message: "there is no workspace in it: choose another" });
    if (this.#blocks.length > 0) return err({ line, message: "it ends before every block is closed" });
    return ok({
      title: this.#title,
      description: this.#description,
      elements: this.#elements,
      groups: [...this.#groups.values()].flatMap((groups) => [...groups.values()]),
      relationships: this.#relationships,
      properties: this.#properties,
      shapes: this.#shapes,
      leftOut: this.#notes.leftOut,
    });
  }

  #workspace({ first, words, line }: DslStatement): Block {
    if (first !== "workspace") {
      this.#notes.unreadable(words.join(" "), line);
      return LEFT_OUT;
    }
    this.#hasWorkspace = true;
    if (words[1] === "extends") this.#notes.add("the workspace that it extends is not read", line);
    else [, this.#title = "", this.#description = ""] = words;
    return this.#inside({ element: null, group: null, item: null });
  }

  #instruction(said: DslStatement, here: DslElement | null): Block {
    const { first, words, name, value, line } = said;
    if (first === "!identifiers") this.#names.isHierarchical = name.toLowerCase() === "hierarchical";
    else if (CONSTANTS.has(first)) this.#constants.set(name, value);
    else if (FINDERS.has(first)) {
      const element = this.#names.find(name, here);
      const item = element ?? this.#relationshipNames.get(name.toLowerCase());
      if (item !== undefined) return this.#inside({ element, group: null, item });
      this.#notes.add(`${words.join(" ")}: there is no such thing before it`, line);
    } else if (first !== "!impliedrelationships")
      this.#notes.add(`${words.join(" ")}: it is not followed`, line);
    return LEFT_OUT;
  }

  #inside(here: Here): Block {
    return { element: here.element, take: (said) => this.#inModel(said, here) };
  }

  /** What may stand in the workspace, the model, a group, an element or a relationship. */
  #inModel(said: DslStatement, here: Here): Block {
    const { first, name, words } = said;
    if (words.length >= 3 && ARROW.test(name))
      return this.#relationship(said, words[0] ?? "", words.slice(1), here);
    if (words.length >= 2 && ARROW.test(first)) return this.#relationship(said, "this", words, here);
    const base = this.#archetypes.get(first)?.base ?? first;
    const sort = ELEMENT_SORTS.find((one) => one === base);
    if (sort !== undefined) return this.#element(sort, said, here);
    return base === "group" ? this.#group(said, here) : this.#setting(said, here);
  }

  #element(sort: ElementSort, said: DslStatement, here: Here): Block {
    const element = newElement(sort, said, here, this.#archetypes.get(said.first));
    this.#elements.push(element);
    if (said.identifier !== "") this.#names.register(said.identifier, element);
    return this.#inside({ element, group: null, item: element });
  }

  #setting(said: DslStatement, here: Here): Block {
    switch (said.first) {
      case "model":
        return this.#inside(here);
      case "archetypes":
        return { element: null, take: (inner) => this.#archetype(inner) };
      case "views":
        this.#notes.add("views: how it is shown is not taken over", said.line);
        return this.#views;
      case "properties":
        return propertiesOf(here.item?.properties ?? this.#properties);
      case "perspectives":
        return perspectivesOf(here.item?.perspectives ?? []);
      default:
        return this.#describe(said, here.item);
    }
  }

  #describe(said: DslStatement, item: DslItem | null): Block {
    const isTaken = item === null ? this.#describes(said) : describeItem(item, said);
    if (!isTaken) this.#leaveOut(said);
    return LEFT_OUT;
  }

  #describes({ first, name }: DslStatement): boolean {
    if (first === "description") this.#description = name;
    else if (first === "name") this.#title = name;
    else return false;
    return true;
  }

  #leaveOut({ first, words, name, line }: DslStatement): void {
    if (first === "deploymentenvironment")
      this.#notes.add(`deployment environment “${name}”: where it runs is not taken over`, line);
    else if (first === "url" || first === "configuration")
      this.#notes.count(`${first}: it is not taken over`, line);
    else this.#notes.unreadable(words.join(" "), line);
  }

  /** Of all that is said of the looks, only the shapes of elements tell what they are. */
  readonly #views: Block = {
    element: null,
    take: ({ first }) => (first === "styles" ? this.#styles : LEFT_OUT),
  };
  readonly #styles: Block = {
    element: null,
    take: ({ first, name: tag }) => (first === "element" ? this.#style(tag.toLowerCase()) : LEFT_OUT),
  };

  #style(tag: string): Block {
    const take: Take = ({ first, name }) => {
      if (first === "shape") this.#shapes.set(tag, name.toLowerCase());
      return LEFT_OUT;
    };
    return { element: null, take };
  }

  #archetype({ identifier, words, line }: DslStatement): Block {
    const [word = ""] = words;
    const like = this.#archetypes.get(word.toLowerCase());
    const base = ARROW.test(word) ? "->" : (like?.base ?? word.toLowerCase());
    const archetype: DslArchetype = { ...newItem(line, like), base };
    this.#archetypes.set((identifier === "" ? word : identifier).toLowerCase(), archetype);
    return this.#inside({ element: null, group: null, item: archetype });
  }

  /** Groups of one name at one place are one group. A component may name its group without a block. */
  #group(said: DslStatement, { element, group }: Here): Block {
    if (element?.sort === "component") {
      element.group = this.#groupAt(said, element.parent, element.group);
      return LEFT_OUT;
    }
    const one = this.#groupAt(said, element, group);
    if (said.identifier !== "") this.#names.register(said.identifier, one);
    return this.#inside({ element, group: one, item: null });
  }

  #groupAt(
    { identifier, name, line }: DslStatement,
    parent: DslElement | null,
    within: DslGroup | null,
  ): DslGroup {
    const groups = this.#groups.get(within ?? parent) ?? new Map<string, DslGroup>();
    this.#groups.set(within ?? parent, groups);
    const one = groups.get(name) ?? { name, identifier: identifier.toLowerCase(), parent, within, line };
    groups.set(name, one);
    return one;
  }

  #relationship(said: DslStatement, from: string, arrow: readonly string[], here: Here): Block {
    const [word = "", to = ""] = arrow;
    const [source, target] = [this.#names.find(from, here.element), this.#names.find(to, here.element)];
    if (source === null || target === null) {
      const missing = source === null ? from : to;
      this.#notes.add(
        `${said.words.slice(0, 3).join(" ")}: there is no element “${missing}” before it`,
        said.line,
      );
      return LEFT_OUT;
    }
    const name = word.replace(/^--|->$/g, "").toLowerCase();
    const like = this.#archetypes.get(name === "" ? "->" : name);
    const relationship = newRelationship(source, target, { ...said, words: arrow.slice(2) }, like);
    this.#relationships.push(relationship);
    if (said.identifier !== "") this.#relationshipNames.set(said.identifier.toLowerCase(), relationship);
    return this.#inside({ element: here.element, group: here.group, item: relationship });
  }
}

function propertiesOf(into: Map<string, string>): Block {
  const take: Take = ({ words: [name = ""], name: value }) => {
    into.set(name, value);
    return LEFT_OUT;
  };
  return { element: null, take };
}

function perspectivesOf(into: DslItem["perspectives"]): Block {
  const take: Take = ({ words: [name = ""], name: description, value }) => {
    into.push({ name, description, value });
    return LEFT_OUT;
  };
  return { element: null, take };
}

function statementOf(tokens: readonly string[], line: number): DslStatement {
  const isAssigned = tokens[1] === "=" && tokens.length >= 3;
  const words = isAssigned ? tokens.slice(2) : tokens;
  const [word = "", name = "", value = ""] = words;
  const identifier = isAssigned ? (tokens[0] ?? "") : "";
  return { words, identifier, first: word.toLowerCase(), name, value, line };
}
