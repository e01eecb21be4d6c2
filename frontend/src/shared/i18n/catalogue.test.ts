import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { teller } from './others';

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

const served = (language: string) =>
  readdirSync(resolve('src/shared/i18n', language))
    .filter((name) => name.startsWith('served-'))
    .flatMap((name) =>
      Object.entries(read(`${language}/${name}`)).map(([english, said]) => ({
        name,
        english,
        said: String(said),
      })),
    );
const gaps = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');

describe.each(['de'])("servers' sentences in %s", (language) => {
  const all = served(language);

  it('speak of the same figures, and say something', () => {
    const wrong = all.filter(
      ({ english, said }) =>
        said.trim() === '' || gaps(said).toSorted().join() !== gaps(english).toSorted().join(),
    );
    expect(wrong).toEqual([]);
  });

  it('are found without doubt: one entry for each, its gaps apart and each with a name of its own', () => {
    const shapes = all.map(({ english }) => english.replaceAll(/\{\w+\}/g, '{}'));
    expect(shapes.filter((shape, index) => shapes.indexOf(shape) !== index)).toEqual([]);
    const unclear = all.filter(
      ({ english }) =>
        /\}\s*\{/.test(english) ||
        new Set(gaps(english)).size !== gaps(english).length ||
        /^\W*(\{\w+\}\W*)+$/.test(english),
    );
    expect(unclear).toEqual([]);
  });

  it('are found by what fills their gaps', () => {
    const catalogue = Object.fromEntries(all.map(({ english, said }) => [english, said]));
    const tell = teller(catalogue, language);
    const lost = all.filter(({ english }) => tell(english.replaceAll(/\{(\w+)\}/g, '$1')).lang === 'en');
    expect(lost).toEqual([]);
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
