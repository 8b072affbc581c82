import { loadFonts, type Fonts } from "#reports/fonts/fonts.ts";
import { textsIn } from "#reports/fonts/texts.ts";
import { expect, test } from "vitest";
import { nodeAssets } from "../../../../scripts/report-assets/node-assets.ts";

const fontsFor = (...texts: readonly string[]) => loadFonts(textsIn(texts), nodeAssets(), ["sans"]);

/** The families of the faces that show a text, with what each shows. */
function shown(fonts: Fonts, text: string): readonly (readonly [family: string, text: string])[] {
  return fonts.stretches("sans", text).map(({ face, text: part }) => {
    const [, family = face] = /^fonts\/(hanken-grotesk|noto-sans-[a-z]+)/.exec(face) ?? [];
    return [family, part];
  });
}

const familiesOf = (fonts: Fonts, text: string) => [...new Set(shown(fonts, text).map(([family]) => family))];

test.each([
  ["kana makes a text Japanese", "データ直", "noto-sans-jp"],
  ["characters that nothing tells apart are Japanese", "資料庫", "noto-sans-jp"],
  ["one character of simplified writing makes a text Chinese", "数据库", "noto-sans-sc"],
  ["Hangul makes a text Korean, with its Chinese characters", "資料庫결제", "noto-sans-kr"],
])("%s", async (_, text, family) => {
  expect(familiesOf(await fontsFor(text), text)).toEqual([family]);
});

test("each text is read by itself", async () => {
  const fonts = await fontsFor("直 データ", "直 库", "直 결제");
  expect(familiesOf(fonts, "直 データ")).toEqual(["noto-sans-jp"]);
  expect(familiesOf(fonts, "直 库")).toEqual(["noto-sans-sc"]);
  expect(familiesOf(fonts, "直 결제")).toEqual(["noto-sans-kr"]);
});

test("beside kana, a character that Japanese has not is Chinese, and the others stay", async () => {
  expect(shown(await fontsFor("の库"), "の库")).toEqual([
    ["noto-sans-jp", "の"],
    ["noto-sans-sc", "库"],
  ]);
});

test("a text is cut where its script changes, and spaces stay with what is before them", async () => {
  const text = "DB भुगतान सेवा, ok";
  expect(shown(await fontsFor(text), text)).toEqual([
    ["hanken-grotesk", "DB "],
    ["noto-sans-devanagari", "भुगतान सेवा"],
    ["hanken-grotesk", ", ok"],
  ]);
});

test("a mark is shown by the face of its letter, also where the face of the chart has the mark", async () => {
  // The acute is in the faces of the chart, and the letter is not.
  expect(shown(await fontsFor("\u0259\u0301"), "\u0259\u0301").map(([, text]) => text)).toEqual([
    "\u0259\u0301",
  ]);
});

test("signs that join stay with their letters, and go where no face has them", async () => {
  const joined = "क्\u200dष";
  const fonts = await fontsFor(joined, "a\u200db");
  expect(shown(fonts, joined)).toEqual([["noto-sans-devanagari", joined]]);
  expect(fonts.written("a\u200db")).toBe("ab");
});

test("what no face has is the replacement character", async () => {
  const fonts = await fontsFor("a\u{13000}b");
  expect(fonts.written("a\u{13000}b")).toBe("a\uFFFDb");
});

test("a text that was loaded within another is found again", async () => {
  const fonts = await fontsFor("<text>直</text><text>库</text><text>\u0301</text>");
  expect(fonts.written("直")).toBe("直");
  expect(fonts.written("\u0301")).toBe("\u0301");
});

test("Latin letters load no other face", async () => {
  const read: string[] = [];
  const assets = nodeAssets();
  const counted = { read: (name: string) => (read.push(name), assets.read(name)) };
  await loadFonts(textsIn(["Wörter – “quoted”… and more"]), counted, ["sans"]);
  expect(read.filter((name) => !name.includes("hanken-grotesk-latin"))).toEqual(["fonts/index.json"]);
});
