/** The mark itself: a topmark on its pole, standing where two waters are stitched together. */
export function Seamark({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d="M16 2l6 6-6 6-6-6z" className="fill-ink" />
      <path d="M16 12v13" className="stroke-ink" strokeWidth="2" fill="none" />
      <path d="M2 26h28" className="stroke-seam" strokeWidth="2.5" strokeDasharray="6 5" fill="none" />
    </svg>
  );
}
