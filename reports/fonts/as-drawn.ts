/** A syllable in the order in which it is drawn, and what the library needs to be told beyond that. */
export interface AsDrawn {
  readonly text: string;
  readonly script?: string;
  readonly features?: Readonly<Record<string, boolean>>;
}

/** What the library does not know of scripts that it sets letter by letter. */
export function asDrawn(syllable: string): AsDrawn {
  return BURMESE.test(syllable) ? burmese(syllable) : { text: withoutAm(syllable) };
}

/** The vowel am of Thai and Lao is a ring below the mark of the tone, and a letter behind it. */
function withoutAm(syllable: string): string {
  return syllable
    .replaceAll(/([\u0e48-\u0e4b]{0,4})\u0e33/g, "\u0e4d$1\u0e32")
    .replaceAll(/([\u0ec8-\u0ecb]{0,4})\u0eb3/g, "\u0ecd$1\u0eb2");
}

const BURMESE = /[\u1000-\u109f\ua9e0-\ua9fe\uaa60-\uaa7f]/u;
const JOINING = {
  rphf: true,
  pref: true,
  blwf: true,
  pstf: true,
  pres: true,
  abvs: true,
  blws: true,
  psts: true,
};

/** Kinzi stands over the letter behind it; the medial r around its letter, and the vowel e before all. */
function burmese(syllable: string): AsDrawn {
  const text = syllable
    .replace(/^([\u1004\u101b\u105a]\u103a\u1039)(.)/su, "$2$1")
    .replace(/^(.+?)(\u103c)/su, "$2$1")
    .replace(/^(.+?)(\u1031)/su, "$2$1");
  return { text, script: "mym2", features: JOINING };
}
