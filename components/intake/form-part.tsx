import type { ReactNode } from "react";

interface FormPartProps {
  readonly heading: string;
  readonly sounding?: string;
  readonly children: ReactNode;
}

/** Questions that belong together, with their heading in the margin as on every sheet of the site. */
export function FormPart({ heading, sounding, children }: FormPartProps) {
  return (
    <section className="depth">
      <div>
        <h2 className="text-base font-semibold">{heading}</h2>
        {sounding !== undefined && <p className="sounding mt-1">{sounding}</p>}
      </div>
      <div className="grid max-w-read min-w-0 gap-9">{children}</div>
    </section>
  );
}
