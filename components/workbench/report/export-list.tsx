import { Button } from "#components/ui/button.tsx";
import type { Exporter } from "#core/interchange/exporter.ts";
import { EXPORTERS } from "#core/interchange/exporters.ts";
import { useId, useState } from "react";
import type { FilesProps } from "./file-list.tsx";
import { FileTrouble, FileWay } from "./file-way.tsx";
import { useFileStates } from "./use-file-maker.ts";
import { currentState, saveFile, withFile } from "./wanted-file.ts";

/** The sketch in the formats of other tools, each with what it keeps and what it loses, said before it is saved. */
export function ExportList(props: FilesProps) {
  return (
    <ul className="border-b border-hairline">
      {EXPORTERS.map((exporter) => (
        <li key={exporter.format} className="border-t border-hairline">
          <details name="export-format">
            <summary className="min-h-11 cursor-pointer py-3 text-small">
              <span className="font-medium">{exporter.name}</span>
              <span className="sounding ml-3">{exporter.ending}</span>
            </summary>
            <ExportOf exporter={exporter} {...props} />
          </details>
        </li>
      ))}
    </ul>
  );
}

interface ExportOfProps extends FilesProps {
  readonly exporter: Exporter;
}

function ExportOf({ exporter, maker, session, settings }: ExportOfProps) {
  const { format, name, carried } = exporter;
  const states = useFileStates(maker);
  const [copied, setCopied] = useState("");
  const work = settings && ({ kind: "export", session, settings, format } as const);
  const state = currentState(states.get(format), work);
  const copy = (bytes: Uint8Array) =>
    navigator.clipboard.writeText(new TextDecoder().decode(bytes)).then(
      () => setCopied("Copied."),
      () => setCopied("The browser did not allow copying. Save it as a file instead."),
    );
  return (
    <div className="pb-4 pl-5">
      <div className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
        <Sentences title="It keeps" sentences={carried.keeps} />
        <Sentences title="It loses" sentences={carried.loses} />
      </div>
      <div className="mt-4">
        <FileWay
          name={name}
          state={state}
          isOff={work === null}
          onSave={() => {
            if (work !== null) saveFile(maker, work);
          }}
          onCancel={() => maker.cancel(format)}
        >
          <Button
            disabled={work === null}
            onClick={() => {
              if (work !== null) withFile(maker, work, ({ bytes }) => void copy(bytes));
            }}
          >
            Copy<span className="sr-only"> as {name}</span>
          </Button>
          <span role="status" className="sounding">
            {copied}
          </span>
        </FileWay>
        <p className="text-small">
          <FileTrouble name={name} state={state} />
        </p>
      </div>
    </div>
  );
}

interface SentencesProps {
  readonly title: string;
  readonly sentences: readonly string[];
}

function Sentences({ title, sentences }: SentencesProps) {
  const id = useId();
  return (
    <div>
      <h4 id={id} className="sounding">
        {title}
      </h4>
      <ul aria-labelledby={id} className="text-small">
        {sentences.map((sentence) => (
          <li key={sentence} className="border-t border-hairline py-1">
            {sentence}
          </li>
        ))}
        {sentences.length === 0 && <li className="border-t border-hairline py-1">Nothing.</li>}
      </ul>
    </div>
  );
}
