import { reportContext } from "#content/generated/report-context.ts";
import type { ReportContext } from "#core/report/report.ts";
import type { ReportAssets } from "#reports/make-report.ts";
import { makeFile } from "./make-file.ts";
import type { WorkAsked, WorkSaid } from "./report-work.ts";

const CONTEXT: ReportContext = { ...reportContext, origin: location.origin };

/** Files of the product itself, from where the page came from. Nothing is ever sent along. */
const ASSETS: ReportAssets = {
  read: async (name) => {
    const address = `/report-assets/${name}`;
    // Without a network, what the browser kept of it is as good as it ever was.
    const response = await fetch(address).catch(() =>
      fetch(address, { cache: "force-cache" }).catch(() => null),
    );
    if (response?.ok !== true) throw new Error("a font or a program that it needs could not be loaded");
    return new Uint8Array(await response.arrayBuffer());
  },
};

addEventListener("message", ({ data }: MessageEvent<WorkAsked>) => void answer(data));

async function answer({ number, work }: WorkAsked): Promise<void> {
  try {
    const made = await makeFile(work, CONTEXT, ASSETS, (done, doing) =>
      say({ kind: "progress", number, done, doing }),
    );
    if (made.ok) say({ kind: "made", number, file: made.value }, [made.value.bytes.buffer]);
    else say({ kind: "empty", number, why: made.error });
  } catch (error) {
    say({ kind: "failed", number, reason: error instanceof Error ? error.message : String(error) });
  }
}

/** What is handed over is gone from here, and need not be copied there. */
function say(said: WorkSaid, handedOver: readonly ArrayBuffer[] = []): void {
  postMessage(said, { transfer: [...handedOver] });
}
