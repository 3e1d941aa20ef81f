/** Figures of a bench: printed as a line of a table. */

/** Smallest, median and largest. */
export function spread(values: number[]): { min: number; median: number; max: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  return { min: at(0), median: at(0.5), max: at(1) };
}

export function print(name: string, unit: string, values: number[]): void {
  const { min, median, max } = spread(values);
  const of = (value: number) => (value < 10 ? value.toFixed(1) : Math.round(value).toString());
  process.stdout.write(`| ${name} | ${of(min)} | ${of(median)} | ${of(max)} | ${unit} | ${values.length} |\n`);
}
