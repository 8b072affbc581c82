import { pairKey } from "../../architecture/subject.ts";
import type { Candidate } from "../../diagnosis/diagnosis.ts";
import type { Finding, FoundMove } from "../finding.ts";
import type { Block } from "../report-document.ts";
import type { Report } from "../report.ts";
import { bullets, paragraph, strong } from "./block.ts";
import { drawMove } from "./drawings.ts";

/** The structural moves of a finding, what each was found to do on a copy, and the first that changes anything as two drawings. */
export function moves(report: Report, finding: Finding, id: string): readonly Block[] {
  if (finding.moves.length === 0) return [];
  const drawn = finding.moves.find(({ outlook }) => outlook !== null);
  return [
    paragraph(strong(finding.moves.length === 1 ? "Structural move" : "Structural moves")),
    {
      type: "list",
      isOrdered: false,
      items: finding.moves.map((move) => [paragraph(move.text), ...outlook(move)]),
    },
    ...(drawn === undefined ? [] : figures(report, finding, drawn, `${id}-move`)),
  ];
}

function outlook({ outlook: found, isTaken }: FoundMove): readonly Block[] {
  const taken = isTaken ? [paragraph("It was taken over into the sketch.")] : [];
  if (found === null) return taken;
  const { seam, goesTo, changes } = found;
  const next =
    goesTo.length === 0
      ? "Nothing else becomes noticeably more probable."
      : `It goes on to: ${goesTo.join("; ")}.`;
  return [...taken, paragraph(strong("Tried on a copy."), ` ${seam} ${next}`), ...bullets(changes)];
}

function figures(report: Report, finding: Finding, move: FoundMove, id: string): readonly Block[] {
  const candidate = candidateOf(report, finding);
  const drawn = candidate === undefined ? null : drawMove(report, candidate, move.key, id);
  if (drawn === null) return [];
  const part = drawn.isPart ? " Drawn is what the move touches." : "";
  return [
    {
      type: "figure",
      id: `${id}-before`,
      caption: `Before: ${move.text} Heavy is what the move takes away or changes.${part}`,
      drawing: drawn.before,
    },
    {
      type: "figure",
      id: `${id}-after`,
      caption: `After it, on a copy. Heavy is what is new or changed.${part}`,
      drawing: drawn.after,
    },
  ];
}

function candidateOf({ diagnosis }: Report, { pair, mechanism }: Finding): Candidate | undefined {
  return diagnosis.candidates.find(
    (candidate) => candidate.mechanism === mechanism && pairKey(...candidate.between) === pair,
  );
}
