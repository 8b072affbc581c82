const LONGEST = 40;

/** Makes ids of names: readable, of the letters that an id may have, and each only once. The same names give the same ids. */
export function idMaker(): (name: string, otherwise: string) => string {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return (name, otherwise) => {
    const stem = stemOf(name, otherwise);
    let id = stem;
    while (taken.has(id)) {
      const number = (next.get(stem) ?? 1) + 1;
      next.set(stem, number);
      const suffix = `-${number}`;
      id = `${stem.slice(0, LONGEST - suffix.length)}${suffix}`;
    }
    taken.add(id);
    return id;
  };
}

/** Letters lose their marks, so that "Größe" stays readable; what is left without a letter gets the word for its kind. */
function stemOf(name: string, otherwise: string): string {
  const plain = name
    .slice(0, 200)
    .normalize("NFKD")
    .replaceAll(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "")
    .slice(0, LONGEST)
    .replace(/-$/, "");
  return plain === "" ? otherwise : plain;
}
