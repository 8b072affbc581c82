/** Characters that staff may write at once. */
export const TEXT_LIMITS = { note: 4000, reply: 8000 } as const;
