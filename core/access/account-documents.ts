/** A document that is kept in an account, as its list shows it. Times are ISO 8601. */
export interface AccountDocument {
  readonly id: string;
  readonly title: string;
  readonly changedAt: string;
  /** Since when it is in the bin; null when it is not. */
  readonly deletedAt: string | null;
  /** What its log takes, in bytes. */
  readonly bytes: number;
  readonly owner: { readonly id: string; readonly name: string };
  readonly team: { readonly id: string; readonly name: string } | null;
  readonly situationId: string | null;
  /** The engagement it is in, where whoever asks sees that one. */
  readonly engagement: { readonly id: string; readonly client: string } | null;
  /** Whether it is in an engagement that whoever asks does not see. */
  readonly isFiledElsewhere: boolean;
  /** Whether whoever asks may put it into the bin, take it out, and delete it for good. */
  readonly mayBin: boolean;
}

/** All that is kept in somebody's account, newest change first, and the teams they may share with. */
export interface AccountDocuments {
  readonly person: { readonly id: string; readonly name: string };
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  /** The open engagements that they see, by client. */
  readonly engagements: readonly { readonly id: string; readonly client: string }[];
  readonly documents: readonly AccountDocument[];
}

/** How many documents one person may own, those in the bin included. */
export const MOST_DOCUMENTS = 500;

/** How long a document stays in the bin. */
export const BIN_DAYS = 30;
