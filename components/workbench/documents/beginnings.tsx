import { parseArchitecture } from "#core/architecture/parse-architecture.ts";
import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { TEMPLATES } from "#core/architecture/templates/catalogue.ts";
import { renderSketch } from "#core/diagram/render-sketch.ts";
import { useMemo, type ReactNode } from "react";

/** A published case as a list names it. */
export interface PublishedCase {
  readonly slug: string;
  readonly title: string;
  readonly about: string;
}

interface BeginningsProps {
  readonly cases: readonly PublishedCase[];
  readonly onTemplate: (architecture: Architecture) => void;
  readonly onCase: (slug: string) => void;
}

/** What a sketch can begin with, other than nothing. */
export function Beginnings({ cases, onTemplate, onCase }: BeginningsProps) {
  const templates = useMemo(() => drawnTemplates(), []);
  return (
    <>
      <Group id="templates" title="Begin with a template">
        {templates.map(({ key, about, architecture, drawing }) => (
          <li
            key={key}
            className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-4 border-t border-hairline py-3"
          >
            <div
              aria-hidden="true"
              className="template-chart"
              // Every text in it is escaped where it is drawn.
              dangerouslySetInnerHTML={{ __html: drawing }}
            />
            <Entry title={architecture.title} about={about} onUse={() => onTemplate(architecture)} />
          </li>
        ))}
      </Group>
      <Group id="published-cases" title="Begin with a published case">
        {cases.map(({ slug, title, about }) => (
          <li key={slug} className="border-t border-hairline py-3">
            <Entry title={title} about={about} onUse={() => onCase(slug)} />
          </li>
        ))}
      </Group>
    </>
  );
}

interface GroupProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

function Group({ id, title, children }: GroupProps) {
  return (
    <section aria-labelledby={id} className="pt-6">
      <h3 id={id} className="sounding pb-2">
        {title}
      </h3>
      <ul className="border-b border-hairline">{children}</ul>
    </section>
  );
}

interface EntryProps {
  readonly title: string;
  readonly about: string;
  readonly onUse: () => void;
}

function Entry({ title, about, onUse }: EntryProps) {
  return (
    <div>
      <button
        type="button"
        aria-label={`Begin with ${title}`}
        className="cursor-pointer text-left text-small font-semibold underline decoration-rule underline-offset-4 hover:decoration-ink"
        onClick={onUse}
      >
        {title}
      </button>
      <p className="mt-1 text-small text-ink-soft">{about}</p>
    </div>
  );
}

function drawnTemplates() {
  return TEMPLATES.flatMap(({ key, about, sketch }) => {
    const parsed = parseArchitecture(sketch);
    if (!parsed.ok) return [];
    const drawing = renderSketch(parsed.value, { idPrefix: `template-${key}` });
    return [{ key, about, architecture: parsed.value, drawing }];
  });
}
