import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeWhole } from "./write-whole.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = join(root, "content/generated/social");
const font = (name: string) => readFileSync(join(root, "node_modules/@fontsource", name));

export const SOCIAL_SIZE = { width: 1200, height: 630 } as const;
const INK = "#15222b";
const PAPER = "#fbfaf5";
const FAINT = "#5e6d77";
const SEAM = "#ad0f6b";

/** What a social image says: a line of soundings, what must hold, and the two sides between which it must. */
export interface SocialImage {
  readonly slug: string;
  readonly sounding: string;
  readonly invariant: string;
  readonly title: string;
  readonly sides: readonly [string, string];
}

type Element = Readonly<{ type: string; props: Readonly<Record<string, unknown>> }>;
type Style = Readonly<Record<string, string | number>>;

const box = (style: Style, ...children: readonly (Element | string)[]): Element => ({
  type: "div",
  props: { style: { display: "flex", ...style }, children: children.length === 1 ? children[0] : children },
});

/** Draws an image, unless it lies there already; its name is a hash of all that is in it. Returns the name. */
export async function drawSocialImage(image: SocialImage): Promise<string> {
  const sheet = sheetOf(image);
  const name = `${createHash("sha256").update(JSON.stringify(sheet)).digest("hex").slice(0, 16)}.png`;
  const file = join(folder, name);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(file)) writeWhole(file, await draw(sheet));
  return name;
}

/** Most runs have nothing to draw, so what draws is loaded here. */
async function draw(sheet: Element): Promise<Uint8Array> {
  const { ImageResponse } = await import("next/og.js");
  const fonts = [
    { name: "Serif", data: font("source-serif-4/files/source-serif-4-latin-400-normal.woff") },
    { name: "Mono", data: font("ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff") },
  ];
  // The declaration wants a React element; what is drawn from is its plain shape.
  const response = new ImageResponse(sheet as never, { ...SOCIAL_SIZE, fonts });
  return new Uint8Array(await response.arrayBuffer());
}

function sheetOf({ sounding, invariant, title, sides }: SocialImage): Element {
  const small: Style = { fontFamily: "Mono", fontSize: 24, color: FAINT };
  return box(
    { width: "100%", height: "100%", flexDirection: "column", background: PAPER, color: INK },
    box({ height: 12, borderBottom: `2px solid ${INK}`, background: INK }),
    box(
      { flexDirection: "column", flexGrow: 1, justifyContent: "space-between", padding: "44px 72px 48px" },
      box({ ...small, justifyContent: "space-between" }, box({}, sounding), box({}, "Seamark")),
      box(
        {
          fontFamily: "Serif",
          fontSize: invariant.length > 150 ? 42 : 52,
          lineHeight: 1.24,
          letterSpacing: -0.5,
        },
        invariant,
      ),
      box(
        { flexDirection: "column" },
        box({ alignItems: "center" }, side(sides[0]), seam(), side(sides[1])),
        box({ ...small, marginTop: 26 }, title),
      ),
    ),
  );
}

function side(name: string): Element {
  return box(
    {
      border: `2px solid ${INK}`,
      padding: "12px 20px",
      fontFamily: "Mono",
      fontSize: 22,
      maxWidth: 400,
    },
    name,
  );
}

function seam(): Element {
  const stitches = Array.from({ length: 44 }, () =>
    box({ width: 14, height: 4, background: SEAM, marginRight: 8 }, ""),
  );
  return box({ flexGrow: 1, alignItems: "center", overflow: "hidden" }, ...stitches);
}
