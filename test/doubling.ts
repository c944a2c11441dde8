/**
 * How many times more computing twice the work takes: near 2 where it grows with the work, near 4 where it grows with its square. Told from
 * half and twice the size, so that what a busy machine adds at random weighs half; counts the time of this process's own processor and
 * takes the best of several tries.
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
  let [half, twice] = [Infinity, Infinity];
  for (let tries = 0; tries < 2 || (twice > 6 * half && tries < 20); tries++) {
    half = Math.min(half, await cost(Math.round(size / 2)));
    twice = Math.min(twice, await cost(2 * size));
  }
  return Math.sqrt(twice / half);
}
