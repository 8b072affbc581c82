/** What a mail says, before it is text or HTML. All of it is text: what looks like markup is shown as it is. */
export interface Letter {
  /** Words of ours, and a reference at most. */
  readonly subject: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
  /** Why whoever reads it got it. */
  readonly why: string;
}

export type Block =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "facts"; readonly facts: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: "link"; readonly label: string; readonly href: string }
  /** What a person wrote, with its own lines. */
  | { readonly kind: "quote"; readonly text: string };

/** Everything of a mail but its sender, which is always the same. */
export interface Mail {
  readonly messageId: string;
  /** The Message-ID of the mail it belongs under. */
  readonly references: string | null;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}
