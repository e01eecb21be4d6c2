import { day } from '@/shared/format/format';
import { typeset } from '@/shared/format/typeset';

/**
 * Where the languages other than English have their files. A table of its own, because each further language adds thirty
 * addresses to it, which no reader of English need download.
 */
export const files = import.meta.glob<Record<string, unknown>>(
  ['./*.json', './*/*.json', '!./en.json', '!./en/*'],
  {
    import: 'default',
  },
);

/** A server's sentence as it is shown; `lang` is there where it is not in the language of the page. */
export type Told = { text: string; lang?: 'en' };

/** A sentence with gaps: what stands in one is what the figure, the day or the name is. */
type Pattern = {
  begin: string;
  end: string;
  exec: (text: string) => RegExpExecArray | null;
  names: string[];
  literal: number;
  said: string;
};

const GAP = /\{(\w+)\}/g;
/** What is quoted is what somebody wrote, and stays as they wrote it. */
const SAID_GAP = /([„"'])?\{(\w+)\}/g;
const SENTENCE_END = /(?<=[.!?]) (?=\p{Lu})/u;
/** A phrase in a phrase in a sentence; a text that refers to itself ends there. */
const DEEPEST = 3;
/** Sentences, so that a page rendered again need not look them up. */
const REMEMBERED = 1000;

/**
 * Says servers' sentences in another language. Services speak English only, because what they say is stored with a result, told
 * to webhooks and read by programs; a catalogue has the English sentence with gaps (`{name}`) and what it is in the other
 * language. Values are set in the reader's form and looked up in turn, for one may be a phrase itself. Of several that fit, the
 * one that says most by itself is taken. A text of several sentences is said sentence by sentence where each is known.
 */
export function teller(catalogue: Record<string, string>, locale: string): (sentence: string) => Told {
  const fixed = new Map(Object.entries(catalogue).filter(([english]) => !english.includes('{')));
  const patterns = Object.entries(catalogue)
    .filter(([english]) => !fixed.has(english))
    .map(([english, said]) => pattern(english, said))
    .sort((a, b) => b.literal - a.literal);
  const values = inForm(locale);

  const find = (text: string, depth: number): string | undefined => {
    const same = fixed.get(text);
    if (same !== undefined) return same;
    for (const { begin, end, exec, names, said } of patterns) {
      const found = text.startsWith(begin) && text.endsWith(end) ? exec(text) : null;
      if (found) {
        const gaps = new Map(names.map((name, index) => [name, found[index + 1] ?? '']));
        return said.replaceAll(SAID_GAP, (_, quote: string | undefined, name: string) => {
          const text = gaps.get(name) ?? '';
          return quote ? quote + text : value(text, depth);
        });
      }
    }
    return undefined;
  };
  const value = (text: string, depth: number): string =>
    (depth < DEEPEST ? find(text, depth + 1) : undefined) ?? values(text);
  const whole = (text: string): string | undefined => {
    const said = text.split(SENTENCE_END).map((part) => find(part, 0));
    return said.some((part) => part === undefined) ? find(text, 0) : said.join(' ');
  };

  const known = new Map<string, Told>();
  return (sentence) => {
    const said = known.get(sentence) ?? told(whole(sentence), sentence);
    if (known.size >= REMEMBERED) known.clear();
    known.set(sentence, said);
    return said;
  };
}

const told = (said: string | undefined, sentence: string): Told =>
  said === undefined ? { text: typeset(sentence), lang: 'en' } : { text: typeset(said) };

function pattern(english: string, said: string): Pattern {
  const names = [...english.matchAll(GAP)].map(([, name]) => name ?? '');
  const literals = english.split(/\{\w+\}/);
  // of a thousand sentences a page says twenty
  let matches: RegExp | undefined;
  const made = () => {
    const escaped = literals.map((literal) => literal.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
    return new RegExp(`^${escaped.join('(.*?)')}$`, 's');
  };
  return {
    begin: literals[0] ?? '',
    end: literals.at(-1) ?? '',
    exec: (text) => (matches ??= made()).exec(text),
    names,
    literal: literals.join('').length,
    said,
  };
}

/** Days and numbers of an English text in the reader's form; a number that is part of a name stays as it is. */
function inForm(locale: string): (text: string) => string {
  const formatters = new Map<string, Intl.NumberFormat>();
  const number = (digits: number, useGrouping: boolean) => {
    const key = `${String(digits)}${String(useGrouping)}`;
    const formatter =
      formatters.get(key) ??
      new Intl.NumberFormat(locale, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        useGrouping,
      });
    formatters.set(key, formatter);
    return formatter;
  };
  return (text) =>
    text.split(/(\b\d{4}-\d{2}-\d{2}\b)/).reduce(
      (all, part, index) =>
        all +
        (index % 2 === 1
          ? day(part)
          : part.replaceAll(
              /(?<![\p{L}\d.,:_-])-?(?!0\d)\d[\d,]*(?:\.\d+)?(?![.,]?[\p{L}\d_])/gu,
              (found) => {
                const plain = found.replaceAll(',', '');
                const digits = plain.split('.')[1]?.length ?? 0;
                return number(digits, found.includes(',')).format(Number(plain));
              },
            )),
      '',
    );
}
