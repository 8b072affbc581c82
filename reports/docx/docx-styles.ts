import { AlignmentType, BorderStyle, LineRuleType, type IStylesOptions } from "docx";

export const INK = {
  ink: "15222B",
  soft: "43535D",
  faint: "5E6D77",
  rule: "8A989F",
  hairline: "D3D9D9",
} as const;

/** A4, in twentieths of a point. */
export const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1240, right: 1280, bottom: 1400, left: 1280, footer: 620, header: 620 },
} as const;

/** What is written on a page, in twentieths of a point. */
export const CONTENT_WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;

export const SERIF = "Source Serif 4";
export const SANS = "Hanken Grotesk";
export const MONO = "IBM Plex Mono";

/** Fonts that most machines have, for those that have not ours. */
export const FALLBACKS = [
  { name: SERIF, alternative: "Georgia", family: "roman", pitch: "variable" },
  { name: SANS, alternative: "Arial", family: "swiss", pitch: "variable" },
  { name: MONO, alternative: "Consolas", family: "modern", pitch: "fixed" },
] as const;

const font = (name: string) => ({ ascii: name, hAnsi: name });
const line = (factor: number) => ({ line: Math.round(240 * factor), lineRule: LineRuleType.AUTO });

const heading = (size: number, face: string, before: number, after: number, isBold = false) => ({
  run: { font: font(face), size: size * 2, bold: isBold, color: INK.ink },
  paragraph: { spacing: { before, after, ...line(1.15) }, keepNext: true, keepLines: true },
});

const contents = (left: number, before: number) => ({
  paragraph: { indent: { left }, spacing: { before, after: 40 } },
});

/** The styles that everything is written in, so that whoever goes on writing can change them in one place. */
export const DOCX_STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: font(SERIF), size: 21, color: INK.ink, language: { value: "en-GB" } },
      paragraph: { spacing: { after: 140, ...line(1.28) } },
    },
    title: {
      run: { font: font(SERIF), size: 64, color: INK.ink },
      paragraph: { spacing: { before: 900, after: 2600, ...line(1.08) }, alignment: AlignmentType.START },
    },
    heading1: heading(23, SERIF, 480, 240),
    heading2: heading(14.5, SERIF, 360, 140, true),
    heading3: heading(11, SANS, 260, 100, true),
    heading4: heading(9.5, SANS, 200, 60, true),
    caption: {
      run: { font: font(MONO), size: 16, color: INK.faint, italics: false },
      paragraph: { spacing: { before: 120, after: 160 } },
    },
    hyperlink: { run: { color: INK.ink, underline: { color: INK.rule } } },
  },
  paragraphStyles: [
    {
      id: "Sounding",
      name: "Sounding",
      basedOn: "Normal",
      run: { font: font(MONO), size: 16, color: INK.faint },
    },
    { id: "CoverLine", name: "Cover Line", basedOn: "Normal", paragraph: { spacing: { after: 60 } } },
    {
      id: "ContentsTitle",
      name: "Contents Title",
      basedOn: "Normal",
      run: { font: font(SERIF), size: 46 },
      paragraph: { spacing: { after: 300 } },
    },
    { id: "TOC1", name: "toc 1", basedOn: "Normal", ...contents(0, 120) },
    {
      id: "TOC2",
      name: "toc 2",
      basedOn: "Normal",
      run: { font: font(SANS), size: 18 },
      ...contents(280, 0),
    },
    {
      id: "Quote",
      name: "Quote",
      basedOn: "Normal",
      quickFormat: true,
      run: { italics: true, size: 26 },
      paragraph: {
        indent: { left: 260 },
        border: { left: { style: BorderStyle.SINGLE, size: 12, color: INK.ink, space: 12 } },
        spacing: { before: 120, after: 0 },
        keepNext: true,
        keepLines: true,
      },
    },
    {
      id: "QuoteSource",
      name: "Quote Source",
      basedOn: "Normal",
      run: { font: font(MONO), size: 16, color: INK.faint },
      paragraph: {
        indent: { left: 260 },
        border: { left: { style: BorderStyle.SINGLE, size: 12, color: INK.ink, space: 12 } },
        spacing: { before: 0, after: 240 },
      },
    },
    {
      id: "TableText",
      name: "Table Text",
      basedOn: "Normal",
      run: { font: font(SANS), size: 17 },
      paragraph: { spacing: { before: 50, after: 50, ...line(1.12) } },
    },
    {
      id: "TableHead",
      name: "Table Head",
      basedOn: "TableText",
      run: { font: font(MONO), size: 15, color: INK.faint },
      paragraph: { keepNext: true },
    },
    { id: "Term", name: "Term", basedOn: "TableText", run: { bold: true } },
    {
      id: "Footer",
      name: "footer",
      basedOn: "Normal",
      run: { font: font(MONO), size: 15, color: INK.faint },
      paragraph: {
        border: { top: { style: BorderStyle.SINGLE, size: 4, color: INK.hairline, space: 8 } },
        spacing: { after: 0 },
      },
    },
  ],
  characterStyles: [
    { id: "SoundingText", name: "Sounding Text", run: { font: font(MONO), size: 16, color: INK.faint } },
    { id: "MonoText", name: "Mono Text", run: { font: font(MONO), size: 19 } },
  ],
};
