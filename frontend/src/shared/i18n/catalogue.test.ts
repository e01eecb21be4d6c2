import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? ''))].sort();

describe.each(['de'])('the catalogue in %s', (language) => {
  const translated = files
    .map((file) => [file, file.replace(/^en/, language)] as const)
    .filter(([, other]) => existsSync(resolve('src/shared/i18n', other)));

  it('says in every part what the English one says, and nothing else', () => {
    expect(translated.map(([file]) => file)).toEqual(files);
    for (const [file, other] of translated)
      expect(
        texts(read(other), '').map(([path]) => path),
        other,
      ).toEqual(texts(read(file), '').map(([path]) => path));
  });

  it('speaks of the same figures in every text, and says something', () => {
    const wrong = translated.flatMap(([file, other]) => {
      const said = new Map(texts(read(other), ''));
      return texts(read(file), '')
        .filter(([path, text]) => {
          const there = said.get(path) ?? '';
          return there.trim() === '' || placeholders(there).join() !== placeholders(text).join();
        })
        .map(([path]) => `${other}${path}`);
    });
    expect(wrong).toEqual([]);
  });
});

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
