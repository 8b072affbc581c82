/** A puzzle and its answer, as they are sent along. */
interface Solved {
  readonly challenge: { readonly parameters: { readonly expiresAt?: number } };
  readonly solution: unknown;
}

export interface ProofOfWork {
  /** Begins to solve a puzzle beside whatever the visitor does. Calling it again changes nothing. */
  readonly begin: () => void;
  /** The solved puzzle, waited for a little; undefined when there is none, which only makes the limits stricter. */
  readonly take: () => Promise<Solved | undefined>;
  /** What was taken may be spent: the next one is another. */
  readonly renew: () => void;
}

const PATIENCE_MS = 10_000;
/** A proof is to be valid still when it arrives. */
const MARGIN_SECONDS = 60;

export function createProofOfWork(): ProofOfWork {
  let pending: Promise<Solved | undefined> | undefined;
  const begin = () => (pending ??= solve().catch(() => undefined));
  const take = async () => {
    const solved = await Promise.race([begin(), afterPatience()]);
    if (solved === undefined || isStale(solved)) pending = undefined;
    return solved;
  };
  return {
    begin: () => void begin(),
    take: async () => {
      const solved = await take();
      return solved !== undefined && isStale(solved) ? take() : solved;
    },
    renew: () => (pending = undefined),
  };
}

function isStale({ challenge }: Solved): boolean {
  return (challenge.parameters.expiresAt ?? Infinity) < Date.now() / 1000 + MARGIN_SECONDS;
}

function afterPatience(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS));
}

/** Browsers hash for pages that came over https, or from this machine. */
async function solve(): Promise<Solved | undefined> {
  if (!isSecureContext) return undefined;
  const answer = await fetch("/api/proof");
  if (!answer.ok) return undefined;
  const challenge = (await answer.json()) as Solved["challenge"];
  const worker = new Worker(new URL("./proof.worker.ts", import.meta.url));
  const solution = await new Promise<unknown>((resolve) => {
    worker.addEventListener("message", ({ data }) => resolve(data));
    worker.addEventListener("error", () => resolve(null));
    worker.postMessage(challenge);
  });
  worker.terminate();
  return solution === null ? undefined : { challenge, solution };
}
