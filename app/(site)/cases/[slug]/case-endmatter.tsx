import { CorrectionsLog } from "#components/site/corrections-log.tsx";
import { Endnote, Endnotes } from "#components/site/endnotes.tsx";
import { RelatedCases } from "#components/site/related-cases.tsx";
import { SourceList } from "#components/site/source-list.tsx";
import { sayDate } from "#components/site/wording.ts";
import type { CaseMatter } from "#core/series/case.schema.ts";
import { relationsOf } from "#core/series/relations.ts";
import { cases } from "#content/generated/cases.ts";
import { patterns } from "#content/generated/patterns.ts";
import { SITE_ADDRESS } from "../../../site-address.ts";
import type { PublishedCase } from "../published-case.ts";

/** What stands after the text of a case: where else to look, on what it rests, and how to take it away. */
export function CaseEndmatter({ entry }: PublishedCase) {
  const { matter } = entry;
  const related = relationsOf(matter.slug, cases);
  const moves = patterns.filter((pattern) => matter.patterns.includes(pattern.matter.slug));
  return (
    <Endnotes>
      {related.length > 0 && (
        <Endnote id="related" heading="Related cases">
          <RelatedCases related={related} />
        </Endnote>
      )}
      {moves.length > 0 && (
        <Endnote id="patterns" heading="Patterns">
          <ul className="grid gap-y-2 text-small">
            {moves.map((pattern) => (
              <li key={pattern.matter.id}>
                <a href={`/patterns/${pattern.matter.slug}`}>{pattern.matter.title}</a>
                <span className="text-ink-soft">: {pattern.matter.dek}</span>
              </li>
            ))}
          </ul>
        </Endnote>
      )}
      <Endnote id="sources" heading="Sources">
        <SourceList {...entry} />
      </Endnote>
      <Endnote id="corrections" heading="Corrections">
        <CorrectionsLog {...matter} />
      </Endnote>
      <Endnote id="cite" heading="Cite this">
        <CiteThis matter={matter} />
      </Endnote>
      <Endnote id="data" heading="Data">
        <p className="text-small text-ink-soft">
          This case <a href={`/cases/${matter.slug}/case.md`}>as Markdown</a> and{" "}
          <a href={`/cases/${matter.slug}/case.json`}>as JSON</a>, and{" "}
          <a href={`/cases/${matter.slug}/incident.json`}>the incident file</a>: the architecture with its
          facts, and what the published analysis says.
        </p>
      </Endnote>
    </Endnotes>
  );
}

function CiteThis({ matter }: { readonly matter: CaseMatter }) {
  const { id, slug, title, version, updated } = matter;
  return (
    <div className="text-small">
      <p className="font-serif text-read">
        Seamark, “{title}”, {id}, version {version}, {sayDate(updated)}.{" "}
        <span className="break-all">{`${SITE_ADDRESS}/cases/${id}`}</span>
      </p>
      <p className="mt-2 text-ink-soft">
        As <a href={`/cases/${slug}/case.bib`}>BibTeX</a>,{" "}
        <a href={`/cases/${slug}/case.csl.json`}>CSL-JSON</a>, <a href={`/cases/${slug}/case.ris`}>RIS</a>.
        The address with the number never changes.
      </p>
    </div>
  );
}
