interface SoundingProps {
  /** From -1 to 1: how far to the left or to the right of the line. */
  readonly share: number;
  readonly label: string;
}

/** A weight as a line from the middle: to the right what speaks for something, thinner and to the left what speaks against it. */
export function Sounding({ share, label }: SoundingProps) {
  const end = 28 + share * 26;
  return (
    <svg viewBox="0 0 56 20" width="56" height="20" role="img" aria-label={label}>
      <path d="M28 3V17" className="stroke-rule" />
      <path d={`M28 10H${end.toFixed(1)}`} className="stroke-ink" strokeWidth={share < 0 ? 1 : 3} />
    </svg>
  );
}
