/** The name of a file as the title of a sketch: without its folders and its ending. */
export function fileTitle(name: string): string {
  const last = name.slice(Math.max(name.lastIndexOf("/"), name.lastIndexOf("\\")) + 1);
  return last.replace(/(?<=.)\.[A-Za-z0-9]{1,10}$/, "");
}
