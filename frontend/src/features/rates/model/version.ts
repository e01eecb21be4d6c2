/** What a change takes for granted: the instant of what it replaces, that there is nothing yet, or nothing at all. */
export type Version = { setAt: string } | 'NOTHING' | 'ANYTHING';

export function versionHeader(version: Version): { 'If-Match'?: string; 'If-None-Match'?: string } {
  if (version === 'ANYTHING') return {};
  return version === 'NOTHING' ? { 'If-None-Match': '*' } : { 'If-Match': `"${version.setAt}"` };
}

type Dated = { validFrom?: string | undefined; setAt?: string | undefined };

/** Of what was read, what stands at a day: a change from that day replaces it. */
export function versionAt(entries: readonly Dated[], validFrom: string): Version {
  const setAt = entries.find((entry) => entry.validFrom === validFrom)?.setAt;
  return setAt === undefined ? 'NOTHING' : { setAt };
}
