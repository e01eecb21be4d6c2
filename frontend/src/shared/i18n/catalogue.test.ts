import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const read = (file: string) => {
  const texts: unknown = JSON.parse(readFileSync(resolve('src/shared/i18n', file), 'utf8'));
  return texts as Record<string, unknown>;
};
const files = ['en.json', ...readdirSync(resolve('src/shared/i18n/en')).map((name) => `en/${name}`)];

/** Every text with the path that leads to it. */
const texts = (node: unknown, path: string): [path: string, text: string][] =>
  typeof node === 'string'
    ? [[path, node]]
    : Object.entries(node as Record<string, unknown>).flatMap(([key, child]) =>
        texts(child, `${path}.${key}`),
      );

describe('the catalogue', () => {
  it('has each chapter in one file only, for a part that comes later would take the place of another', () => {
    const chapters = files.flatMap((file) => Object.keys(read(file)));
    expect(chapters.filter((chapter, index) => chapters.indexOf(chapter) !== index)).toEqual([]);
  });

  it('says something everywhere, with a singular and a plural where it counts', () => {
    const all = files.flatMap((file) => texts(read(file), file));
    expect(all.filter(([, text]) => text.trim() === '')).toEqual([]);
    const paths = new Set(all.map(([path]) => path));
    const alone = [...paths].filter(
      (path) =>
        (path.endsWith('_one') && !paths.has(path.replace(/_one$/, '_other'))) ||
        (path.endsWith('_other') && !paths.has(path.replace(/_other$/, '_one'))),
    );
    expect(alone).toEqual([]);
  });
});
