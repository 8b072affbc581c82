import type { Architecture } from "../../architecture/architecture.schema.ts";
import type { Pair } from "../../architecture/subject.ts";
import { pairIn } from "../../architecture/subject.ts";
import { layoutSketch } from "../../diagram/layout-sketch.ts";
import { describeSketch, renderSketch } from "../../diagram/render-sketch.ts";
import type { Candidate } from "../../diagnosis/diagnosis.ts";
import type { Drawing } from "../report-document.ts";
import type { Report } from "../report.ts";
import { croppedTo, drawTriedMove } from "../what-if.ts";
import type { SeamTold } from "./grouped-seams.ts";

/** The whole sketch with its seams. */
export function drawSketch({ session }: Pick<Report, "session">, seams: readonly SeamTold[]): Drawing {
  return draw(session.architecture, pairsOf(seams), "sketch");
}

/** Up to here a drawing beside a finding is read at a glance. */
const AT_A_GLANCE = 12;

/** The two sides of a seam with what lies next to them; null where that is the whole sketch anyway. */
export function drawSurroundings({ session }: Report, seam: SeamTold): Drawing | null {
  const { architecture } = session;
  const [pair] = pairsOf([seam]);
  if (pair === undefined || architecture.components.length <= AT_A_GLANCE) return null;
  const touching = architecture.connections.filter(
    ({ from, to }) => pair.includes(from) || pair.includes(to),
  );
  const near = new Set<string>(pair);
  for (const id of touching.flatMap(({ from, to, over }) => [from, to, ...over]))
    if (near.size < AT_A_GLANCE) near.add(id);
  return draw(croppedTo(architecture, near), [pair], `near-${seam.id}`);
}

export interface MoveDrawn {
  readonly before: Drawing;
  readonly after: Drawing;
  readonly isPart: boolean;
}

/** The sketch before and after a move; null where the move finds nothing to change. */
export function drawMove(
  { session, tryOne }: Report,
  candidate: Candidate,
  moveKey: string,
  idPrefix: string,
): MoveDrawn | null {
  const tried = tryOne(candidate, moveKey);
  if (tried === null) return null;
  const { before, after, size, isPart } = drawTriedMove(session, candidate, tried, idPrefix);
  const { width, height } = size;
  const words = tried.changes.map(({ sentence }) => sentence).join(" ");
  return {
    before: {
      svg: before,
      width,
      height,
      alternative: "The sketch as it stands, as far as the move touches it.",
    },
    after: { svg: after, width, height, alternative: `The copy with the move made. ${words}` },
    isPart,
  };
}

function draw(architecture: Architecture, seams: readonly Pair[], idPrefix: string): Drawing {
  const layout = layoutSketch(architecture);
  const { width, height } = layout;
  const svg = renderSketch(architecture, { seams, layout, idPrefix });
  return { svg, width, height, alternative: describeSketch(architecture, seams) };
}

function pairsOf(seams: readonly SeamTold[]): readonly Pair[] {
  return seams.flatMap(({ lead }) => {
    const pair = pairIn(lead.pair);
    return pair === undefined ? [] : [pair];
  });
}
