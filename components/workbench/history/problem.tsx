interface ProblemProps {
  readonly id: string;
  readonly problem: string | undefined;
}

/** What is wrong with a field, told by weight and words: the one colour of the chart is kept for seams. */
export function Problem({ id, problem }: ProblemProps) {
  return (
    <span id={id} className="text-small font-semibold">
      {problem}
    </span>
  );
}
