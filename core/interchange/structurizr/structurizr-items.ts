import {
  newItem,
  type DslArchetype,
  type DslElement,
  type DslGroup,
  type DslItem,
  type DslRelationship,
  type DslStatement,
  type ElementSort,
} from "./structurizr-model.ts";

/** `->`, or with a word of the file's own `--https->`. */
export const ARROW = /^(?:->|--.{0,100}->)$/;

/** What stands behind the name, in the order of the grammar. */
const ORDER: Readonly<Record<ElementSort, readonly ("description" | "technology" | "tags")[]>> = {
  person: ["description", "tags"],
  softwaresystem: ["description", "tags"],
  container: ["description", "technology", "tags"],
  component: ["description", "technology", "tags"],
  element: ["technology", "description", "tags"],
};

/** An element as its first line says it, with what its archetype says before. */
export function newElement(
  sort: ElementSort,
  { words, line }: DslStatement,
  here: { readonly element: DslElement | null; readonly group: DslGroup | null },
  like: DslArchetype | undefined,
): DslElement {
  const [word = "", name = "", ...said] = words;
  const { element: parent, group } = here;
  const element: DslElement = { ...newItem(line, like), sort, word, name, parent, group, hasParts: false };
  ORDER[sort].forEach((field, index) => {
    describe(element, field, said[index]);
  });
  if (parent !== null) parent.hasParts = true;
  return element;
}

/** The words are those behind both ends. */
export function newRelationship(
  from: DslElement,
  to: DslElement,
  { words, line }: DslStatement,
  like: DslArchetype | undefined,
): DslRelationship {
  const relationship: DslRelationship = { ...newItem(line, like), from, to };
  (["description", "technology", "tags"] as const).forEach((field, index) => {
    describe(relationship, field, words[index]);
  });
  return relationship;
}

function describe(
  item: DslItem,
  field: "description" | "technology" | "tags",
  text: string | undefined,
): void {
  if (text === undefined) return;
  if (field === "tags") addTags(item, [text]);
  else item[field] = text;
}

/** Takes a line within an element or a relationship that describes it; false where it is of another sort. */
export function describeItem(item: DslItem, { first, name, words }: DslStatement): boolean {
  if (first === "tag" || first === "tags") addTags(item, words.slice(1));
  else if (first === "technology" || first === "description") item[first] = name;
  else return false;
  return true;
}

function addTags(item: DslItem, lists: readonly string[]): void {
  const tags = lists.flatMap((list) => list.split(",")).map((tag) => tag.trim());
  for (const tag of tags) if (tag !== "" && item.tags.length < 200) item.tags.push(tag);
}
