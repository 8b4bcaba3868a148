/**
 * How many milliseconds of a processor this process has used. What ends at all but must not take long is measured by it:
 * how busy the machine is with other things does not count.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
