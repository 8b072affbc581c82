import { preload } from "react-dom";

/** The faces that every page of the site shows on its first screen, under the very addresses that the styles name. */
const FACES = [
  new URL(
    "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
    import.meta.url,
  ),
  new URL(
    "../node_modules/@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2",
    import.meta.url,
  ),
  new URL(
    "../node_modules/@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2",
    import.meta.url,
  ),
];

/** Asks for them with the page, and not only once the styles are there and the text is laid out. */
export function preloadFaces(): void {
  for (const { href } of FACES) preload(href, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
}
