import { AgreementCheckText } from "#components/site/agreement-check.tsx";
import { Depth } from "#components/site/depth.tsx";
import type { Mechanism } from "#core/diagnosis/mechanism.ts";

/** What comes after a seam was found: what would end it, how to watch it, and how it may be none. */
export function MechanismEnding({ mechanism }: { readonly mechanism: Mechanism }) {
  const { absentLayer, moves, migration, agreementCheck, falseAlarms, sketchMayBeWrong } = mechanism;
  return (
    <>
      <Depth id="move" heading="What would end it">
        <dl className="grid max-w-read gap-y-5 font-serif text-read">
          <Term name="absent layer" texts={[absentLayer]} />
          <Term name="structural moves" texts={moves.map(({ text }) => text)} />
          <Term name="where the contradiction goes next" texts={[migration]} />
        </dl>
      </Depth>
      <Depth id="check" heading="How to watch it" sounding="an agreement check">
        <AgreementCheckText check={agreementCheck} />
      </Depth>
      <Depth id="none" heading="When it is none">
        <dl className="grid max-w-read gap-y-5 font-serif text-read">
          <Term name="it looks alike, and is sound" texts={falseAlarms} />
          <Term name="it is the sketch that is wrong" texts={sketchMayBeWrong} />
        </dl>
      </Depth>
    </>
  );
}

function Term({ name, texts }: { readonly name: string; readonly texts: readonly string[] }) {
  return (
    <div>
      <dt className="sounding mb-1">{name}</dt>
      {texts.map((text) => (
        <dd key={text} className="mb-2">
          {text}
        </dd>
      ))}
    </div>
  );
}
