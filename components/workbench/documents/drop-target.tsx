/** Shown while a file is dragged over the page. It takes no pointer: the page as a whole is where the file may land. */
export function DropTarget() {
  return (
    <div className="pointer-events-none fixed inset-0 z-50 grid place-items-center bg-paper/85 p-6">
      <div className="grid size-full place-items-center border border-dashed border-ink p-6 text-center">
        <p>
          <span className="block font-serif text-title">Let go to open it</span>
          <span className="mt-2 block text-small text-ink-soft">
            What was saved here becomes a sketch of its own. Of any other file you see first what is in it.
          </span>
        </p>
      </div>
    </div>
  );
}
