/** Where the fonts and programs are that some formats need: files of the product, read from disk or from its own address. */
export interface ReportAssets {
  /** The bytes of an asset by its name, as in `fonts/ibm-plex-mono-latin-400-normal.woff`. */
  readonly read: (name: string) => Promise<Uint8Array>;
}

/** How far it is: 0 to 1, and what is being done, as a sentence. */
export type OnProgress = (done: number, doing: string) => void;
