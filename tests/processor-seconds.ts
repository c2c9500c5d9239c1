/**
 * What a piece of work took of this process's processors, in seconds. Bounds on it hold on a busy machine too, where the
 * clock on the wall says little.
 *
 * @param from what an earlier call gave
 */
export function processorSeconds(from = 0): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 - from;
}
