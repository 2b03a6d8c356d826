/** Tells on stderr how far it has come: how many, what share, how many a second; at most once a second, and the end. */
export function householdProgress(
  total: number,
  write: (line: string) => void = (line) => void process.stderr.write(line),
  clock: () => number = () => performance.now(),
): (households: number) => void {
  const began = clock();
  let told = -Infinity;
  return (households) => {
    const now = clock();
    if (now - told < 1_000 && households < total) return;
    told = now;
    const perSecond = Math.round((households / Math.max(1, now - began)) * 1_000);
    write(
      `${households.toLocaleString('en')} 世帯 / ${total.toLocaleString('en')} (${Math.floor((households / total) * 100)} %, ${perSecond.toLocaleString('en')} 世帯/秒)\n`,
    );
  };
}
