import type { ReactNode } from "react";

interface FormPartProps {
  readonly heading: string;
  readonly sounding?: string;
  /** An id of the part, by which its heading is found and brought to attention. */
  readonly id?: string;
  readonly isHidden?: boolean;
  readonly children: ReactNode;
}

/** Questions that belong together, with their heading in the margin as on every sheet of the site. */
export function FormPart({ heading, sounding, id, isHidden = false, children }: FormPartProps) {
  return (
    <section className="depth" hidden={isHidden} aria-labelledby={id && `${id}-heading`}>
      <div>
        <h2
          id={id && `${id}-heading`}
          tabIndex={id === undefined ? undefined : -1}
          className="text-base font-semibold outline-none"
        >
          {heading}
        </h2>
        {sounding !== undefined && <p className="sounding mt-1">{sounding}</p>}
      </div>
      <div className="grid max-w-read min-w-0 gap-9">{children}</div>
    </section>
  );
}
