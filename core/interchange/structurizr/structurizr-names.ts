import type { DslElement, DslGroup } from "./structurizr-model.ts";

type Named = DslElement | DslGroup;

/** The names by which a file refers to its elements: all in one, or each within what it is a part of. */
export class DslNames {
  isHierarchical = false;
  readonly #scopes = new Map<DslElement | null, Map<string, Named>>();

  register(identifier: string, named: Named): void {
    const scope = this.isHierarchical ? named.parent : null;
    const names = this.#scopes.get(scope) ?? new Map<string, Named>();
    this.#scopes.set(scope, names);
    const key = identifier.toLowerCase();
    if (!names.has(key)) names.set(key, named);
  }

  /** What a name means where it stands: `this`, a name of a part of something around, or one of the whole. */
  find(identifier: string, here: DslElement | null): DslElement | null {
    const name = identifier.toLowerCase();
    if (name === "this") return here;
    const [first = "", ...rest] = this.isHierarchical ? name.split(".").slice(0, 20) : [name];
    for (let scope = here; ; scope = scope.parent) {
      const found = this.#descend(this.#scopes.get(scope)?.get(first), rest);
      if (found !== null) return found;
      if (scope === null) return null;
    }
  }

  #descend(start: Named | undefined, names: readonly string[]): DslElement | null {
    let at: Named | undefined = start;
    for (const name of names) at = isElement(at) ? this.#scopes.get(at)?.get(name) : undefined;
    return isElement(at) ? at : null;
  }
}

function isElement(named: Named | undefined): named is DslElement {
  return named !== undefined && "sort" in named;
}
