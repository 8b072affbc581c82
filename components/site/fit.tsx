const SPEAKS_FOR = [
  "A control passed every audit, and it turned out to protect something other than what everyone thought.",
  "One failure at a time was always survived. Several at once were not.",
  "The fix held. The next incident was its neighbour: the same gap through another door.",
  "Those who built a safety layer and those who rely on it describe its guarantee differently.",
  "The component was designed well. The condition it was designed for was never said, or never checked.",
];

const SPEAKS_AGAINST = [
  "The cause is clear and the repair is simple.",
  "It is a known class of bug with a known remedy.",
  "What is missing is capacity or budget.",
  "It was repaired once and has not come back.",
];

/** When this is relevant and when it is not, side by side and equally plain. */
export function Fit() {
  return (
    <div className="grid gap-x-12 gap-y-8 md:grid-cols-2">
      <Signals heading="It may be, if" items={SPEAKS_FOR} />
      <Signals heading="It is probably not, if" items={SPEAKS_AGAINST} />
    </div>
  );
}

function Signals({ heading, items }: { readonly heading: string; readonly items: readonly string[] }) {
  return (
    <section>
      <h3 className="font-serif text-lead">{heading}</h3>
      <ul className="mt-3">
        {items.map((item) => (
          <li key={item} className="border-t border-hairline py-3">
            {item}
          </li>
        ))}
      </ul>
    </section>
  );
}
