import { Button } from "#components/ui/button.tsx";
import { subjectName } from "#core/report/wording.ts";
import { componentsSelected, type Selection } from "../selection.ts";
import { useWorkbench } from "../workbench-context.ts";
import { HowToBegin } from "./how-to-begin.tsx";
import { useLighting } from "./lighting.ts";
import { QUESTION_ID } from "./question-id.ts";
import { StepHeading } from "./step-heading.tsx";
import type { Steps } from "./use-steps.ts";

const FEW = 6;

interface Gap {
  readonly key: string;
  readonly name: string;
  readonly selection: Selection;
}

/** What the sketch does not say yet and the diagnosis could use. */
export function SketchStep({ open }: Steps) {
  const { session } = useWorkbench();
  const { components, connections } = session.architecture;
  if (components.length === 0) return <HowToBegin />;
  const connected = new Set(connections.flatMap(({ from, to, over }) => [from, to, ...over]));
  const alone = components
    .filter(({ id }) => !connected.has(id))
    .map(({ id, name }): Gap => ({ key: id, name, selection: componentsSelected(id) }));
  const mute = connections
    .filter(({ carries }) => carries === null)
    .map(({ id }): Gap => ({
      key: id,
      name: subjectName(session.architecture, { connection: id }),
      selection: { components: [], connection: id },
    }));
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
          <GapItem key={gap.key} gap={gap} />
        ))}
      </ul>
      {gaps.length > FEW && <p className="pt-1 text-small text-ink-soft">and {gaps.length - FEW} more</p>}
    </>
  );
}

function GapItem({ gap: { name, selection } }: { readonly gap: Gap }) {
  const { select, announce } = useWorkbench();
  const { components, connection } = selection;
  const lighting = useLighting([
    ...components.map((component) => ({ component })),
    ...(connection === null ? [] : [{ connection }]),
  ]);
  return (
    <li className="border-b border-hairline" {...lighting}>
      <button
        type="button"
        className="min-h-9 w-full py-1 text-left hover:bg-shallow"
        onClick={() => {
          select(selection);
          announce(`${name} is selected. What is known of it stands with the outline.`);
        }}
      >
        {name}
      </button>
    </li>
  );
}
