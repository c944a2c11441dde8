/**
 * How many times more computing twice the work takes: near 2 where it grows with the work, near 4 where it grows with its square. Counts
 * the time of this process's own processor and takes the best of several tries, so that other programs on the machine do not matter.
 * @param prepare makes work of a size, uncounted, and gives what is to be counted
 */
export async function doubling(prepare: (size: number) => () => unknown, size: number): Promise<number> {
  const cost = async (of: number): Promise<number> => {
    const work = prepare(of);
    const before = process.cpuUsage();
    await work();
    return process.cpuUsage(before).user;
  };
  // Compiles what is to be counted.
  await cost(size);
  let [once, twice] = [Infinity, Infinity];
  for (let tries = 0; tries < 2 || (twice > 2.5 * once && tries < 20); tries++) {
    once = Math.min(once, await cost(size));
    twice = Math.min(twice, await cost(2 * size));
  }
  return twice / once;
}
