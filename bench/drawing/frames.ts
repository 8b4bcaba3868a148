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

/** Milliseconds from a new width of the page until it, and the frame after it, are on the screen. */
export async function resize(width: number): Promise<number> {
  await painted();
  const began = performance.now();
  document.body.style.inlineSize = `${width}px`;
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
