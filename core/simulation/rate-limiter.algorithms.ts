/** Decides for one client. It is asked in the order of time, in whole seconds. */
export interface Limiter {
  readonly admits: (now: number) => boolean;
  /** What it takes for the number of admitted requests that count at this moment. */
  readonly counted: (now: number) => number;
  /** How many numbers it keeps for the client. */
  readonly kept: (now: number) => number;
}

export interface LimiterSettings {
  readonly algorithm: "fixed-window" | "sliding-window-log" | "sliding-window-counter" | "token-bucket";
  /** Requests in a window. */
  readonly limit: number;
  /** In s. */
  readonly window: number;
  /** Requests that the bucket holds. */
  readonly bucket: number;
  /** Requests that are filled in again in a window. */
  readonly refill: number;
}

export function limiterOf(settings: LimiterSettings): Limiter {
  switch (settings.algorithm) {
    case "fixed-window":
      return fixedWindow(settings);
    case "sliding-window-log":
      return slidingWindowLog(settings);
    case "sliding-window-counter":
      return slidingWindowCounter(settings);
    case "token-bucket":
      return tokenBucket(settings);
  }
}

/** One count, from 0 again with every window. */
function fixedWindow({ limit, window }: LimiterSettings): Limiter {
  let [current, count] = [0, 0];
  const counted = (now: number) => {
    const index = Math.floor(now / window);
    if (index !== current) [current, count] = [index, 0];
    return count;
  };
  const admits = (now: number) => {
    if (counted(now) >= limit) return false;
    count++;
    return true;
  };
  return { admits, counted, kept: () => 2 };
}

/** The moment of every request that was admitted during the last window. */
function slidingWindowLog({ limit, window }: LimiterSettings): Limiter {
  const log: number[] = [];
  const counted = (now: number) => {
    while ((log[0] ?? Infinity) <= now - window) log.shift();
    return log.length;
  };
  const admits = (now: number) => {
    if (counted(now) >= limit) return false;
    log.push(now);
    return true;
  };
  return { admits, counted, kept: counted };
}

/** The counts of two fixed windows, the one before weighted with how much of it the last window still covers. */
function slidingWindowCounter({ limit, window }: LimiterSettings): Limiter {
  let [current, count, before] = [0, 0, 0];
  /** In parts of a request, so that it stays whole: a request has as many as the window has seconds. */
  const parts = (now: number) => {
    const index = Math.floor(now / window);
    if (index !== current) [before, count] = [index === current + 1 ? count : 0, 0];
    current = index;
    return before * (window - (now % window)) + count * window;
  };
  const admits = (now: number) => {
    if (parts(now) + window > limit * window) return false;
    count++;
    return true;
  };
  return { admits, counted: (now) => parts(now) / window, kept: () => 3 };
}

/** A bucket that is full at first, fills evenly, and from which each request takes one. */
function tokenBucket({ window, bucket, refill }: LimiterSettings): Limiter {
  const full = bucket * window;
  let [left, at] = [full, 0];
  /** In parts of a request, so that it stays whole: a request has as many as the window has seconds. */
  const parts = (now: number) => {
    [left, at] = [Math.min(full, left + refill * (now - at)), now];
    return left;
  };
  const admits = (now: number) => {
    if (parts(now) < window) return false;
    left -= window;
    return true;
  };
  return { admits, counted: (now) => (full - parts(now)) / window, kept: () => 2 };
}

/** What came of requests, second by second. */
export interface LimitedSecond {
  readonly asked: number;
  readonly admitted: number;
  /** Admitted in the window that ends with this second. */
  readonly inWindow: number;
  readonly counted: number;
  readonly kept: number;
}

/** Lets a limiter decide on so many requests in each second. */
export function limitRequests(
  settings: LimiterSettings,
  requests: readonly number[],
): readonly LimitedSecond[] {
  const limiter = limiterOf(settings);
  const admitted: number[] = [];
  let inWindow = 0;
  return requests.map((asked, now) => {
    let taken = 0;
    for (let request = 0; request < asked; request++) if (limiter.admits(now)) taken++;
    admitted.push(taken);
    inWindow += taken - (admitted[now - settings.window] ?? 0);
    return { asked, admitted: taken, inWindow, counted: limiter.counted(now), kept: limiter.kept(now) };
  });
}
