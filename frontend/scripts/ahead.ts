import type { Plugin, Rolldown } from 'vite';

const PLACE = '__OVERVIEW__';
const OVERVIEW = 'src/features/overview/OverviewPage.tsx';
/** What comes with the overview: the frame around it, and what both say in English. */
const BESIDE = [
  'src/app/Shell.tsx',
  ...['frame', 'common', 'overview', 'risk', 'score'].map((part) => `src/shared/i18n/en/${part}.json`),
];

/** Writes into the page which files the overview needs beside those that the page names anyway. */
export const overviewAhead: Plugin = {
  name: 'overview-ahead',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle, chunk: entry }) =>
      html.replace(PLACE, () => JSON.stringify(files(bundle, entry))),
  },
};

function files(bundle: Rolldown.OutputBundle | undefined, entry: Rolldown.OutputChunk | undefined): string[] {
  const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk');
  const holding = (path: string) => {
    const found = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.includes(`/${path}`)));
    if (!found) throw new Error(`no file of the build holds ${path}`);
    return found.fileName;
  };
  const withImports = (names: string[], seen: Set<string>) => {
    for (const name of names) {
      if (seen.has(name)) continue;
      seen.add(name);
      withImports(chunks.find(({ fileName }) => fileName === name)?.imports ?? [], seen);
    }
    return seen;
  };
  if (chunks.length === 0) return [];
  const there = withImports(entry ? [entry.fileName] : [], new Set());
  const needed = withImports([OVERVIEW, ...BESIDE].map(holding), new Set());
  return [...needed].filter((name) => !there.has(name)).map((name) => `/${name}`);
}
