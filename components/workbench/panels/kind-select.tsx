interface KindSelectProps<K extends string> {
  readonly id: string;
  readonly kinds: readonly K[];
  readonly kind: K;
  readonly onChange: (kind: K) => void;
}

export function KindSelect<K extends string>({ id, kinds, kind, onChange }: KindSelectProps<K>) {
  return (
    <select
      id={id}
      className="field"
      value={kind}
      onChange={({ target }) => {
        const chosen = kinds.find((known) => known === target.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {kinds.map((known) => (
        <option key={known}>{known}</option>
      ))}
    </select>
  );
}
