import { day } from './format';

/** A date, and before it what keeps it as it is: a quotation mark, or the word before an example of how to write one. */
const DATE = /(["'“‘„‚]|\b(?:like|wie) )?\b(\d{4}-\d{2}-\d{2})\b/g;

/** A server's sentence set for reading: dates in the reader's form, and no line break before a percent sign. */
export const typeset = (sentence: string) =>
  sentence
    .replaceAll(DATE, (all, kept: string | undefined, date: string) => (kept ? all : day(date)))
    .replaceAll(/(\d) %/g, '$1\u00a0%');
