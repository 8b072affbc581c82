/** The name of a file without its folders, whichever way they are parted: the same wherever it lies. */
export function baseName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1);
}

/** The name of a file as the title of a sketch: without its folders and its ending. */
export function fileTitle(name: string): string {
  return baseName(name).replace(/(?<=.)\.[A-Za-z0-9]{1,10}$/, "");
}
