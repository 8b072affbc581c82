import { Button } from "#components/ui/button.tsx";
import type { Logo } from "#core/report/report-document.ts";
import type { Result } from "#core/result.ts";
import { useCallback, useId, useRef, useState } from "react";
import { logoOf } from "./report-draft.ts";

interface LogoFieldProps {
  readonly logo: Logo | null;
  readonly onChange: (logo: Logo | null) => void;
}

/** The picture on the cover. A file that is none is refused in words, and the logo stays as it was. */
export function LogoField({ logo, onChange }: LogoFieldProps) {
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const choose = async (chosen: File) => {
    const read = await readLogo(chosen);
    setRefusal(read.ok ? null : read.error);
    if (read.ok) onChange(read.value);
  };
  return (
    <div role="group" aria-labelledby={id}>
      <p id={id} className="sounding">
        Logo of the client
      </p>
      <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-2">
        {logo !== null && <Picture logo={logo} alt="The logo that was chosen" />}
        <input
          ref={file}
          type="file"
          accept="image/png,image/jpeg"
          aria-label="Logo file"
          className="hidden"
          onChange={({ target }) => {
            const [chosen] = target.files ?? [];
            if (chosen !== undefined) void choose(chosen);
            target.value = "";
          }}
        />
        <Button onClick={() => file.current?.click()}>
          {logo === null ? "Choose a picture" : "Choose another"}
        </Button>
        {logo !== null && (
          <Button
            rank="quiet"
            onClick={() => {
              setRefusal(null);
              onChange(null);
            }}
          >
            Remove the logo
          </Button>
        )}
      </div>
      <p role="alert" className="text-small font-medium">
        {refusal}
      </p>
    </div>
  );
}

interface PictureProps {
  readonly logo: Logo;
  readonly alt: string;
}

export function Picture({ logo: { bytes, mediaType }, alt }: PictureProps) {
  const show = useCallback(
    (picture: HTMLImageElement) => {
      const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mediaType }));
      picture.src = url;
      return () => URL.revokeObjectURL(url);
    },
    [bytes, mediaType],
  );
  return <img ref={show} alt={alt} className="max-h-12 max-w-40 bg-white" />;
}

/** Only what a browser can draw: a report with half a picture on its cover is found out by the client. */
async function readLogo(file: File): Promise<Result<Logo, string>> {
  try {
    const read = logoOf(new Uint8Array(await file.arrayBuffer()));
    if (!read.ok) return read;
    const drawn = await createImageBitmap(file).catch(() => null);
    if (drawn === null) {
      return { ok: false, error: "This picture is damaged: it cannot be drawn. Choose another file." };
    }
    drawn.close();
    return read;
  } catch {
    return { ok: false, error: "This file could not be read. Choose it again." };
  }
}
