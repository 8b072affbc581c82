import type { Ref } from "react";

interface FileInputProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly label: string;
  readonly onChoose: (files: readonly File[]) => void;
}

/** Out of sight: a menu presses it. The same file may be chosen again. */
export function FileInput({ ref, label, onChoose }: FileInputProps) {
  return (
    <input
      ref={ref}
      type="file"
      multiple
      className="hidden"
      aria-label={label}
      onChange={({ target }) => {
        onChoose([...(target.files ?? [])]);
        target.value = "";
      }}
    />
  );
}
