import { Button } from "#components/ui/button.tsx";
import { subjectName } from "#core/report/wording.ts";
import { subjectKey, type Subject } from "#core/architecture/subject.ts";
import { componentsSelected, NOTHING } from "../selection.ts";
import { useWorkbench } from "../workbench-context.ts";
import { HowToBegin } from "./how-to-begin.tsx";
import { useLighting } from "./lighting.ts";
import { QUESTION_ID } from "./question-id.ts";
import { StepHeading } from "./step-heading.tsx";
import type { Steps } from "./use-steps.ts";

const FEW = 6;

/** What the sketch does not say yet and the diagnosis could use. */
export function SketchStep({ open }: Steps) {
  const { session } = useWorkbench();
  const { components, connections } = session.architecture;
  if (components.length === 0) return <HowToBegin />;
  const connected = new Set(connections.flatMap(({ from, to, over }) => [from, to, ...over]));
  const alone = components.flatMap(({ id }) => (connected.has(id) ? [] : { component: id }));
  const mute = connections.flatMap(({ id, carries }) => (carries === null ? { connection: id } : []));
  return (
    <section aria-labelledby={QUESTION_ID}>
      <StepHeading above={`${components.length} components, ${connections.length} connections`}>
        {alone.length + mute.length === 0
          ? "The sketch says what talks to what, and what travels there."
          : "What talks to what, and what travels there?"}
      </StepHeading>
      <Gaps label="Connections that do not say what travels on them" gaps={mute} />
      <Gaps label="Components that nothing is connected to" gaps={alone} />
      <p className="mt-4">
        <Button rank="first" onClick={() => open("seams")}>
          Go on to the seams
        </Button>
      </p>
    </section>
  );
}

type Gap = Extract<Subject, { readonly component: string } | { readonly connection: string }>;

interface GapsProps {
  readonly label: string;
  readonly gaps: readonly Gap[];
}

function Gaps({ label, gaps }: GapsProps) {
  if (gaps.length === 0) return null;
  return (
    <>
      <h3 className="sounding mt-5 border-b border-hairline pb-2">{label}</h3>
      <ul className="text-small">
        {gaps.slice(0, FEW).map((gap) => (
          <GapItem key={subjectKey(gap)} gap={gap} />
        ))}
      </ul>
      {gaps.length > FEW && <p className="pt-1 text-small text-ink-soft">and {gaps.length - FEW} more</p>}
    </>
  );
}

function GapItem({ gap }: { readonly gap: Gap }) {
  const { session, select, announce } = useWorkbench();
  const name = subjectName(session.architecture, gap);
  const lighting = useLighting([gap]);
  return (
    <li className="border-b border-hairline" {...lighting}>
      <button
        type="button"
        className="min-h-9 w-full py-1 text-left hover:bg-shallow"
        onClick={() => {
          select("component" in gap ? componentsSelected(gap.component) : { ...NOTHING, ...gap });
          announce(`${name} is selected. What is known of it stands with the outline.`);
        }}
      >
        {name}
      </button>
    </li>
  );
}
