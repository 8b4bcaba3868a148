/** Waits until what was done is on the screen: the task after the next frame's paint. */
export async function painted(): Promise<void> {
  await frame();
  await new Promise<void>((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(null);
  });
}

export function frame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Frames that begin until `isDone`, the one in which it is seen to be counted too. */
export async function framesUntil(isDone: () => boolean): Promise<number> {
  for (let count = 1; count <= 600; count++) {
    await painted();
    if (isDone()) return count;
  }
  throw new Error("It was not drawn.");
}

/** Waits until the page has had nothing to do for a moment. */
export async function rest(): Promise<void> {
  for (let quiet = 0; quiet < 10; ) {
    const began = performance.now();
    await painted();
    quiet = performance.now() - began < 40 ? quiet + 1 : 0;
  }
}

/** Milliseconds from a new width of the column until it, and the frame after it, are on the screen. */
export async function resize(measure: string): Promise<number> {
  await painted();
  const began = performance.now();
  document.documentElement.style.setProperty("--measure", measure);
  document.body.getBoundingClientRect();
  await painted();
  await painted();
  return performance.now() - began;
}

/** Milliseconds between frames while the page scrolls, `step` pixels in each. */
export async function scroll({ frames, step }: { frames: number; step: number }): Promise<number[]> {
  const times: number[] = [];
  let last = await frame();
  for (let count = 0; count < frames; count++) {
    scrollBy(0, step);
    const now = await frame();
    times.push(now - last);
    last = now;
  }
  return times;
}
